import { z } from 'zod';
import type { SiteFile } from '../../../../../shared/export/wordpress/wordPressBlock.ts';
import { plainText } from '../../plainText.ts';
import { siteMeta } from '../siteMeta.ts';
import type { WordPressApi } from '../WordPressApi.ts';

/** A file of a site’s media library, and what it says of itself. */
export interface SiteMedium extends SiteFile {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
}

const mediumSchema = z.object({
  id: z.int(),
  source_url: z.string(),
  alt_text: z.string().catch(''),
  caption: z.object({ rendered: z.string() }).catch({ rendered: '' }),
  meta: z.record(z.string(), z.unknown()).catch({}),
});
const AT_ONCE = 50;

/** The files of these numbers that are there. */
export async function siteMedia(api: WordPressApi, ids: readonly number[]): Promise<Map<number, SiteMedium>> {
  const found = new Map<number, SiteMedium>();
  if (ids.length === 0) return found;
  const { credit: creditKey } = await siteMeta(api, 'media');
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const query = {
      ...{ include: ids.slice(from, from + AT_ONCE).join(','), per_page: AT_ONCE },
      _fields: 'id,source_url,alt_text,caption,meta',
    };
    for (const one of await api.ask('GET', 'wp/v2/media', z.array(mediumSchema), { query })) {
      const credit = creditKey === undefined ? undefined : one.meta[creditKey];
      found.set(one.id, {
        ...{ id: one.id, url: one.source_url, alt: one.alt_text, caption: plainText(one.caption.rendered) },
        credit: typeof credit === 'string' ? credit : '',
      });
    }
  }
  return found;
}

/** The number of the file with this address in a block’s markup, where the block says it. */
export function mediumNumber(markup: string, src: string): number | null {
  const files = [...markup.matchAll(/<(?:img|video|audio)\b[^>]*>/gi)].map(([tag]) => tag);
  const tag = files.find((one) => one.replace(/&amp;/g, '&').includes(`"${src}"`));
  const own = /\bwp-image-(\d+)\b/.exec(tag ?? '')?.[1];
  // A block of one file names it in its own attributes.
  const named = files.length === 1 ? /^<!-- wp:[a-z]+ \{[^}]*"id":(\d+)/.exec(markup)?.[1] : undefined;
  const number = own ?? named;
  return number === undefined ? null : Number(number);
}
