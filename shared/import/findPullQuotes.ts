import { matchPullQuote } from '../pullQuote/matchPullQuote.ts';
import { quoteWords } from '../pullQuote/quoteWords.ts';
import type { Block, Paragraph } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';

/** A pull-quote stands before or after the passage it repeats, with at most this many paragraphs between. */
const REACH = 4;
const MIN_WORDS = 6;
const MAX_LENGTH = 420;
const MAX_PIECES = 3;

/**
 * Paragraphs that repeat words of a longer paragraph close by, as pull-quotes copied from a page do: those set as
 * pull-quotes, everything else as it is. They are not bound yet; `bindPullQuotes` does that. Gives back the same array if
 * there are none.
 */
export function findPullQuotes(blocks: readonly Block[]): readonly Block[] {
  const quotes = new Set<BlockId>();
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph') return;
    const text = inlineText(block.content);
    const words = quoteWords(text).length;
    if (words < MIN_WORDS || text.length > MAX_LENGTH) return;
    const near = blocks.slice(Math.max(0, index - REACH), index + REACH + 1).filter((other): other is Paragraph => {
      return other.type === 'paragraph' && other.id !== block.id && !quotes.has(other.id);
    });
    if (near.some((other) => repeats(text, words, other))) quotes.add(block.id);
  });
  if (quotes.size === 0) return blocks;
  return blocks.map((block) => {
    if (block.type !== 'paragraph' || !quotes.has(block.id)) return block;
    return { ...block, type: 'pullQuote', attribution: '', source: null };
  });
}

/** Whether all of a text is in one longer paragraph, in few pieces and in its order. */
function repeats(text: string, words: number, source: Paragraph): boolean {
  if (quoteWords(inlineText(source.content)).length < words + 2) return false;
  const pieces = matchPullQuote(text, [source])?.pieces ?? [];
  if (pieces.length === 0 || pieces.length > MAX_PIECES) return false;
  return pieces.every((piece, index) => index === 0 || piece.start >= (pieces[index - 1]?.end ?? 0));
}
