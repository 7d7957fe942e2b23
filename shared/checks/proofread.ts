import type { Grammarian } from '../grammar/Grammarian.ts';
import { Readings } from '../grammar/Readings.ts';
import type { Asset } from '../media/asset.ts';
import type { Proofreader } from '../spelling/Proofreader.ts';
import { Proofs } from '../spelling/Proofs.ts';
import type { Story } from '../story/story.ts';
import { StoryChecker, type CheckOptions, type CheckReport } from './StoryChecker.ts';

/**
 * Checks a whole story once, spelling and all, and grammar where there is somebody to read it. The same story, assets, options and
 * dictionaries give the same report.
 */
export async function proofread(
  story: Story,
  assets: readonly Asset[],
  options: Omit<CheckOptions, 'proofs' | 'readings'>,
  proofreader: Proofreader,
  grammarian: Grammarian | null = null,
): Promise<CheckReport> {
  const proofs = new Proofs();
  const readings = new Readings();
  const checker = new StoryChecker({ ...options, proofs, ...(grammarian && { readings }) });
  checker.check(story, assets);
  for (const query of proofs.takeWanted()) proofs.learn(query, await proofreader.unknownWords(query));
  for (const query of grammarian ? readings.takeWanted() : [])
    readings.learn(query, (await grammarian?.read(query)) ?? []);
  return checker.check(story, assets);
}
