import { z } from 'zod';
import { bylineAuthors } from '../../../../shared/export/bylineAuthors.ts';
import { foldText } from '../../../../shared/lang/foldText.ts';
import type { GhostApi } from './GhostApi.ts';

const usersSchema = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })),
  meta: z.object({ pagination: z.object({ pages: z.int() }) }).catch({ pagination: { pages: 1 } }),
});
/** No newsroom has more people than fit on so many pages of a hundred. */
const MOST_PAGES = 10;

interface FoundAuthors {
  readonly ids: readonly string[];
  /** Names nobody on the site has. */
  readonly missing: readonly string[];
}

/** Who of a byline is somebody on the site, by name. */
export async function findAuthors(api: GhostApi, byline: string): Promise<FoundAuthors> {
  const names = bylineAuthors(byline);
  if (names.length === 0) return { ids: [], missing: [] };
  const people = new Map<string, string>();
  for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
    const { users, meta } = await api.ask('GET', 'users/', usersSchema, {
      query: { limit: 100, page, fields: 'id,name,slug' },
    });
    for (const { id, name, slug } of users)
      for (const known of [foldText(name), slug]) if (!people.has(known)) people.set(known, id);
    pages = meta.pagination.pages;
  }
  const idOf = (name: string) => people.get(foldText(name)) ?? people.get(foldText(name).replace(/\s+/g, '-'));
  return {
    ids: [...new Set(names.flatMap((name) => idOf(name) ?? []))],
    missing: names.filter((name) => idOf(name) === undefined),
  };
}
