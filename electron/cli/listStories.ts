import type { LibraryAnswer, LibraryPayload } from '../../shared/ipc/libraryContract.ts';
import type { LibrarySession } from './LibrarySession.ts';

/** As many rows as one request answers. */
const PAGE = 500;

/** The stories that fit, newest first: all of them, or the first `limit`. `total` counts those beyond the limit too. */
export async function listStories(
  library: LibrarySession,
  filter: Omit<LibraryPayload<'stories.list'>, 'offset' | 'limit'>,
  limit = Infinity,
): Promise<LibraryAnswer<'stories.list'>> {
  const items: LibraryAnswer<'stories.list'>['items'] = [];
  for (;;) {
    const wanted = Math.min(PAGE, limit - items.length);
    const page = await library.ask('stories.list', { ...filter, offset: items.length, limit: wanted });
    items.push(...page.items);
    if (page.items.length < wanted || items.length >= limit) return { total: page.total, items };
  }
}
