import type { Asset } from '../media/asset.ts';
import type { Story } from '../story/story.ts';
import { StoryChecker, type CheckOptions, type CheckReport } from './StoryChecker.ts';

/**
 * Checks a whole story once, as the export gate and the command line do. Pure: the same story, assets and options give the
 * same report. While somebody types, keep a `StoryChecker` instead: it reads again only what changed.
 */
export function checkStory(story: Story, assets: readonly Asset[] = [], options: CheckOptions = {}): CheckReport {
  return new StoryChecker(options).check(story, assets);
}
