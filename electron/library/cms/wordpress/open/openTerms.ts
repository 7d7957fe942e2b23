import { z } from 'zod';
import { plainText } from '../../plainText.ts';
import type { PostTerm } from '../post.ts';
import type { WordPressApi } from '../WordPressApi.ts';

const termsSchema = z.array(z.object({ id: z.int(), name: z.string() }));

/** The terms of a post by their names, in the post’s order. */
export async function openTerms(
  api: WordPressApi,
  kind: 'categories' | 'tags',
  ids: readonly number[],
): Promise<PostTerm[]> {
  if (ids.length === 0) return [];
  const query = { include: ids.slice(0, 100).join(','), per_page: 100, _fields: 'id,name' };
  const found = await api.ask('GET', `wp/v2/${kind}`, termsSchema, { query });
  return ids.flatMap((id) => {
    const term = found.find((one) => one.id === id);
    return term ? [{ id, name: plainText(term.name) }] : [];
  });
}
