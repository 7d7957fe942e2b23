import { z } from 'zod';
import { escapeText } from '../../../../shared/export/html/escapeHtml.ts';
import type { ShippedFile } from '../Connection.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import { judgeWordPress, readError } from './judgeWordPress.ts';
import { letters } from '../letters.ts';
import type { WordPressApi } from './WordPressApi.ts';

/** What a file in a site’s media library says of itself; HTML but for `alt`. */
export const fileWordsSchema = z.object({ caption: z.string(), alt: z.string(), credit: z.string() });
export type FileWords = z.infer<typeof fileWordsSchema>;

/** What a file of ours is to say there: the caption with the credit, since WordPress has no place for one. */
export function wordsOf({ caption, credit, alt }: Pick<ShippedFile, 'caption' | 'credit' | 'alt'>): FileWords {
  return { caption: [caption, credit].filter(Boolean).map(escapeText).join(' '), alt, credit };
}

const thereSchema = z.object({
  caption: z.object({ raw: z.string() }).catch({ raw: '' }),
  alt_text: z.string().catch(''),
});

/**
 * Brings the words of a file that is there from what we last wrote to what they are now. Words somebody changed there stay, and an
 * account that may not change them is no failure: answers a sentence about either, or null. Throws DeliveryError `gone` where the
 * file is not there any more.
 */
export async function updateWords(
  id: number,
  { was, now }: { readonly was: FileWords; readonly now: FileWords },
  { api, creditKey }: { readonly api: WordPressApi; readonly creditKey: string | null },
): Promise<string | null> {
  const query = { context: 'edit', _fields: 'caption,alt_text' };
  const there = await api.ask('GET', `wp/v2/media/${id}`, thereSchema, { query });
  // What we mean to write may be there already: the answer was lost.
  const isCaptionOurs = isAny(there.caption.raw, [was.caption, now.caption, withoutCredit(was)]);
  const isAltOurs = isAny(there.alt_text, [was.alt, now.alt]);
  const isNewCaption = now.caption !== was.caption;
  const isNewAlt = now.alt !== was.alt;
  const json = {
    ...(isCaptionOurs && isNewCaption && { caption: now.caption, description: escapeText(now.credit) }),
    ...(isCaptionOurs && isNewCaption && creditKey !== null && { meta: { [creditKey]: now.credit } }),
    ...(isAltOurs && isNewAlt && { alt_text: now.alt }),
  };
  if (Object.keys(json).length > 0) {
    const answer = await api.askAnyway('POST', `wp/v2/media/${id}`, { json, query: { _fields: 'id' } });
    if (answer.status === 403 && readError(answer))
      return `Your account may not change the words of “${excerpt(was.caption || was.alt)}” in the site’s media.`;
    judgeWordPress(answer, Date.now());
  }
  const theirs = isNewCaption && !isCaptionOurs ? there.caption.raw : isNewAlt && !isAltOurs ? there.alt_text : null;
  return theirs === null ? null : `Changed on the site and kept: the words of a picture, “${excerpt(theirs)}”.`;
}

/** A site that has a place of its own for credits may have it there alone. */
function withoutCredit({ caption, credit }: FileWords): string {
  const end = escapeText(credit);
  return caption.endsWith(end) ? caption.slice(0, caption.length - end.length) : caption;
}

function isAny(text: string, ours: readonly string[]): boolean {
  return ours.some((one) => letters(one) === letters(text));
}
