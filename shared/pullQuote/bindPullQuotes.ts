import type { Block, PullQuote } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { matchPullQuote } from './matchPullQuote.ts';

/**
 * Binds the pull-quotes that came in without a source (from a file, the clipboard, another CMS) to the passages they
 * repeat. Quotes already bound, and quotes found nowhere, stay as they are; so does every word. Gives back the same array
 * if there was nothing to bind.
 */
export function bindPullQuotes(blocks: readonly Block[]): readonly Block[] {
  let isChanged = false;
  const bound = blocks.map((block) => {
    if (block.type !== 'pullQuote' || block.source) return block;
    const quote = bindPullQuote(block, blocks);
    if (quote !== block) isChanged = true;
    return quote;
  });
  return isChanged ? bound : blocks;
}

/** One pull-quote bound to the passage it repeats in `blocks`; the same object if it is bound already or found nowhere. */
export function bindPullQuote(quote: PullQuote, blocks: readonly Block[]): PullQuote {
  if (quote.source) return quote;
  const match = matchPullQuote(inlineText(quote.content), blocks, { blockId: quote.id });
  return match ? { ...quote, source: match.source } : quote;
}
