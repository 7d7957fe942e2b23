import { blockSchema, type Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { readJson } from '../db/readJson.ts';

const TEXTS = /"text":"((?:[^"\\]|\\.)*)"?/gu;
const READABLE = /[^\p{Cc}\p{Cn}\p{Co}\ufffd]{3,}/gu;

/** What can still be read of a damaged block's bytes: the block itself if it still is one, else its words as a paragraph. */
export function salvageBlock(id: BlockId, body: Uint8Array): Block | null {
  const text = Buffer.from(body).toString('utf8');
  const block = blockSchema.safeParse(readJson(text));
  if (block.success) return { ...block.data, id };
  const words = [...text.matchAll(TEXTS)].map(([, inner]) => inner ?? '');
  const readable = (words.length > 0 ? words : (text.match(READABLE) ?? []))
    .join(' ')
    .replace(/\\["\\nt]/g, ' ')
    .trim();
  return readable ? { id, type: 'paragraph', content: [{ type: 'text', text: readable }] } : null;
}
