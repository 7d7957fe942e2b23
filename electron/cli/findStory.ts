import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import { STORY_ID, type StoryId } from '../../shared/story/ids.ts';
import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';
import type { LibrarySession } from './LibrarySession.ts';
import { listStories } from './listStories.ts';

/** How many of several stories that fit are named. */
const MOST_NAMED = 5;

/**
 * The story that somebody means: by its id, by the beginning of its id, or by its slug (whole, capitals do not count). A
 * slug goes before the beginning of an id. The trash counts. Throws CommandError `notFound` or `ambiguous`.
 */
export async function findStory(library: LibrarySession, wanted: string): Promise<StoryId> {
  const id = wanted.toLowerCase();
  if (STORY_ID.test(id)) return (await library.ask('stories.summary', { id: id as StoryId })).id;
  const all: StorySummary[] = [];
  for (const trashed of [false, true]) {
    const { items } = await listStories(library, { query: '', status: null, trashed });
    all.push(...items);
  }
  const slug = comparable(wanted);
  const bySlug = all.filter((story) => story.slug !== '' && comparable(story.slug) === slug);
  const [found, ...others] = bySlug.length > 0 ? bySlug : all.filter((story) => story.id.startsWith(id));
  if (!found) throw notFound(wanted);
  if (others.length > 0) throw ambiguous(wanted, [found, ...others]);
  return found.id;
}

function comparable(slug: string): string {
  return slug.normalize('NFC').trim().toLowerCase();
}

function notFound(wanted: string): CommandError {
  const message = `No story has "${wanted}" as its slug or at the beginning of its ID. "stet list" shows them.`;
  return new CommandError({ code: 'notFound', message, retryable: false }, EXIT.notFound);
}

function ambiguous(wanted: string, stories: readonly StorySummary[]): CommandError {
  const named = stories.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = stories.length > named.length ? ', …' : '';
  const message = `${stories.length} stories fit "${wanted}": ${named.join(', ')}${more}. Give more of the ID.`;
  return new CommandError({ code: 'ambiguous', message, retryable: false }, EXIT.notFound);
}
