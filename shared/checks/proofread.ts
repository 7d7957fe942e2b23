import type { Asset } from '../media/asset.ts';
import type { Proofreader } from '../spelling/Proofreader.ts';
import { Proofs } from '../spelling/Proofs.ts';
import type { Story } from '../story/story.ts';
import { StoryChecker, type CheckOptions, type CheckReport } from './StoryChecker.ts';

/** Checks a whole story once, spelling and all. The same story, assets, options and dictionaries give the same report. */
export async function proofread(
  story: Story,
  assets: readonly Asset[],
  options: Omit<CheckOptions, 'proofs'>,
  proofreader: Proofreader,
): Promise<CheckReport> {
  const proofs = new Proofs();
  const checker = new StoryChecker({ ...options, proofs });
  checker.check(story, assets);
  for (const query of proofs.takeWanted()) proofs.learn(query, await proofreader.unknownWords(query));
  return checker.check(story, assets);
}
