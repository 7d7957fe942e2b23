import { z } from 'zod';
import { foldText } from '../../../../shared/lang/foldText.ts';
import { readJson } from '../http/judgeAnswer.ts';
import { plainText } from '../plainText.ts';
import type { PostTerm } from './post.ts';
import { judgeWordPress, readError } from './judgeWordPress.ts';
import type { WordPressApi } from './WordPressApi.ts';

const termSchema = z.object({ id: z.int(), name: z.string(), slug: z.string().catch('') });

/** Terms on the site, and those it has not and would not make. */
export interface FoundTerms {
  readonly terms: PostTerm[];
  readonly refused: readonly string[];
}

/**
 * The site’s terms of these names, found or else made. An account that may not make them is no failure: what is missing is told.
 * `known` are terms the post is known to have.
 */
export async function findTerms(
  api: WordPressApi,
  kind: 'categories' | 'tags',
  names: readonly string[],
  known: readonly PostTerm[] = [],
): Promise<FoundTerms> {
  const terms: PostTerm[] = [];
  const refused: string[] = [];
  for (const name of new Set(names.map((each) => each.trim()).filter(Boolean))) {
    const own = known.find((term) => term.name === name)?.id;
    const id = own ?? (await findTerm(api, kind, name)) ?? (await makeTerm(api, kind, name));
    if (id === null) refused.push(name);
    else if (!terms.some((term) => term.id === id)) terms.push({ id, name });
  }
  return { terms, refused };
}

async function findTerm(api: WordPressApi, kind: string, name: string): Promise<number | null> {
  const query = { search: name, per_page: 100, _fields: 'id,name,slug' };
  const found = await api.ask('GET', `wp/v2/${kind}`, z.array(termSchema), { query });
  const wanted = foldText(name);
  return found.find((term) => foldText(plainText(term.name)) === wanted)?.id ?? null;
}

async function makeTerm(api: WordPressApi, kind: string, name: string): Promise<number | null> {
  const answer = await api.askAnyway('POST', `wp/v2/${kind}`, { json: { name }, query: { _fields: 'id,name,slug' } });
  const error = readError(answer);
  // Somebody was quicker, or it is there in another spelling: the answer names it.
  const there = error?.code === 'term_exists' ? error.data?.term_id : undefined;
  if (there !== undefined) return there;
  if (answer.status === 403 && error) return null;
  judgeWordPress(answer, Date.now());
  return termSchema.safeParse(readJson(answer.text)).data?.id ?? null;
}
