import type { Block } from './block.ts';
import { blockText } from './plainText.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.\-‐‑/_@&:][\p{L}\p{N}]+)*/gu;

/** How many words a reader would count: hyphenated words, figures such as 3.5 and names such as IS-KP are one each. */
export function countWords(text: string): number {
  // Marks and joiners inside a word (harakat, niqqud, ZWNJ) must not split it.
  const plain = text.normalize('NFC').replace(/[\p{Mn}\p{Cf}ـ]/gu, '');
  return plain.match(WORD)?.length ?? 0;
}

/** Whether a block's words belong to the story's length: pull-quotes repeat the body and captions sit beside it. */
export function isBodyCopy(block: Block): boolean {
  return block.type !== 'pullQuote' && block.type !== 'figure' && block.type !== 'separator';
}

/** The story's length as desks count it: body copy, without furniture, pull-quotes and captions. */
export function countBodyWords(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) if (isBodyCopy(block)) words += countWords(blockText(block));
  return words;
}

/** Minutes to read `words` at 230 words a minute, at least one for a text that has any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / 230));
}
