import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import type { StoryId } from '../../shared/story/ids.ts';

/**
 * The story to show at start: the one that was on the page last, unless another was worked on since (the hint may be
 * minutes old after a crash; writes are not). null in an empty library.
 */
export function storyToOpen(last: Settings['lastStory'], newest: StorySummary | undefined): StoryId | null {
  if (!newest) return null;
  return last && last.at > newest.updatedAt ? last.id : newest.id;
}
