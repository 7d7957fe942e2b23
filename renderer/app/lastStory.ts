import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import { STORY_ID, type StoryId } from '../../shared/story/ids.ts';

const KEY = 'stet.lastStory';

interface LastStory {
  readonly id: StoryId;
  /** When it came to the page; ISO 8601 in UTC. */
  readonly at: string;
}

/** Notes which story came to the page. A hint only: the words themselves are in the library. */
export function rememberLastStory(storage: Storage, id: StoryId, now: Date): void {
  storage.setItem(KEY, JSON.stringify({ id, at: now.toISOString() } satisfies LastStory));
}

/**
 * The story to show at start: the one that was on the page last, unless another was worked on since (a hint may be
 * minutes old after a crash; writes are not). null in an empty library.
 */
export function storyToOpen(storage: Storage, newest: StorySummary | undefined): StoryId | null {
  const last = readLastStory(storage);
  if (!newest) return null;
  return last && last.at > newest.updatedAt ? last.id : newest.id;
}

function readLastStory(storage: Storage): LastStory | null {
  try {
    const read: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof read !== 'object' || read === null || !('id' in read) || !('at' in read)) return null;
    const { id, at } = read;
    return typeof id === 'string' && STORY_ID.test(id) && typeof at === 'string' ? { id: id as StoryId, at } : null;
  } catch {
    return null;
  }
}
