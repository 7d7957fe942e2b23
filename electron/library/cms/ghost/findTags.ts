import { z } from 'zod';
import { foldText } from '../../../../shared/lang/foldText.ts';
import { filterPiece } from './filterPiece.ts';
import type { GhostApi } from './GhostApi.ts';

const tagsSchema = z.object({ tags: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })) });

/** The longest name Ghost takes for a tag. */
const LONGEST = 191;

/**
 * The names the site has for these, whatever the case they are written in; those it does not have stay as they are, and are made with the
 * post. Ghost keeps names that begin with a hash sign from readers, so it is left out.
 */
export async function findTags(api: GhostApi, names: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  for (const typed of names) {
    const name = Array.from(typed.trim().replace(/^#+\s*/, ''))
      .slice(0, LONGEST)
      .join('');
    const folded = foldText(name);
    if (name !== '' && !found.has(folded)) found.set(folded, (await findTag(api, name)) ?? name);
  }
  return [...found.values()];
}

async function findTag(api: GhostApi, name: string): Promise<string | null> {
  // What is asked for is a piece of the name, and what comes is looked through.
  const piece = filterPiece(name);
  if (piece === null) return null;
  const query = { filter: `name:~'${piece}'`, limit: 100, fields: 'id,name,slug' };
  const { tags } = await api.ask('GET', 'tags/', tagsSchema, { query });
  const wanted = foldText(name);
  return (tags.find((tag) => tag.name === name) ?? tags.find((tag) => foldText(tag.name) === wanted))?.name ?? null;
}

/** Tags by name, as a story gives them now: what it gave before and does not any more goes, what others gave stays. */
export function mergeTags(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const has = (list: readonly string[], name: string) => list.some((one) => foldText(one) === foldText(name));
  const left = theirs.filter((name) => has(ours, name) || !has(base, name));
  return [...left, ...ours.filter((name) => !has(left, name) && !has(base, name))];
}
