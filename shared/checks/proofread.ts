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
  for (;;) {
    const report = checker.check(story, assets);
    const words = proofs.takeWanted();
    const texts = grammarian ? readings.takeWanted() : [];
    // What the answers leave open is asked the next time round.
    if (words.length === 0 && texts.length === 0) return report;
    for (const query of words) proofs.learn(query, await proofreader.unknownWords(query));
    for (const query of texts) readings.learn(query, (await grammarian?.read(query)) ?? []);
  }
}
