import { z } from 'zod';
import { MOST_LISTED, type RemoteStory } from '../../../../shared/targets/remoteStory.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import { plainText } from '../plainText.ts';
import type { WordPressApi } from './WordPressApi.ts';

const listedSchema = z.object({
  id: z.int(),
  status: z.string(),
  modified_gmt: z.string().nullable().catch(null),
  title: z.object({ raw: z.string() }),
  _embedded: z
    .object({ author: z.array(z.object({ name: z.string().catch('') })) })
    .optional()
    .catch(undefined),
});

/** The posts this account may edit whose words match, the last changed first. */
export async function listPosts(api: WordPressApi, words: string): Promise<RemoteStory[]> {
  const query = {
    ...{ context: 'edit', status: 'any', orderby: 'modified', order: 'desc', per_page: MOST_LISTED },
    ...{ _embed: 'author', _fields: 'id,status,modified_gmt,title,_links,_embedded' },
    ...(words.trim() !== '' && { search: words.trim() }),
  };
  const posts = await api.ask('GET', 'wp/v2/posts', z.array(listedSchema), { query });
  return posts.map(({ id, status, modified_gmt, title, _embedded }) => ({
    ...{ remoteId: String(id), status, headline: plainText(excerpt(title.raw, 300)) },
    changedAt: siteTime(modified_gmt),
    by: _embedded?.author[0]?.name ?? '',
  }));
}

/** The site’s `…_gmt` as ISO 8601 in UTC; null where it is no time, as a draft’s may be. */
export function siteTime(gmt: string | null): string | null {
  const time = gmt === null || gmt.startsWith('0000') ? Number.NaN : Date.parse(`${gmt.replace(/Z$/, '')}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
