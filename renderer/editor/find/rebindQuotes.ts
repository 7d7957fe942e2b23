import { $getRoot, $isElementNode } from 'lexical';
import type { BlockId } from '../../../shared/story/ids.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readInlines } from '../model/inlines.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $isPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { shiftOffset, type TextEdit } from './textEdits.ts';

/** A pull-quote with where its passage is and whether that passage still reads as it did when it was lifted. */
interface Bound {
  readonly quote: PullQuoteNode;
  readonly isExact: boolean;
}

function $textOf(id: BlockId): string {
  const block = $findBlock(id);
  return block ? blockText($readBlock(block)) : '';
}

/** The pull-quotes that are among these blocks, or were lifted from one of them. */
function $boundTo(ids: ReadonlySet<BlockId | null>): Bound[] {
  const bound: Bound[] = [];
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    const source = $isPullQuoteNode(node) ? node.getSource() : null;
    if (!source || !$isPullQuoteNode(node)) continue;
    if (!ids.has(source.blockId) && !ids.has($getBlockId(node))) continue;
    const now = $textOf(source.blockId).slice(source.start, source.end);
    bound.push({ quote: node, isExact: now === source.passage });
  }
  return bound;
}

function $quoteText(quote: PullQuoteNode): string {
  const slot = quote.getQuote();
  return $isElementNode(slot) ? inlineText($readInlines(slot.getChildren())) : '';
}

/**
 * Makes a change of words and keeps pull-quotes bound to their passages: each goes on pointing at the same words,
 * wherever they moved. When the whole story was gone over (`isWhole`), or when the quote says what the passage says, the
 * new words are the passage; else the old ones stay noted, and show that the source has changed. `change` answers what
 * it changed in each block. Inside an update.
 */
export function $rebindQuotes(
  ids: ReadonlySet<BlockId | null>,
  isWhole: boolean,
  change: () => ReadonlyMap<BlockId | null, readonly TextEdit[]>,
): void {
  const bound = $boundTo(ids);
  const edits = change();
  for (const { quote, isExact } of bound) {
    const source = quote.getSource();
    if (!source) continue;
    const made = edits.get(source.blockId) ?? [];
    const start = shiftOffset(source.start, made, 'start');
    const end = shiftOffset(source.end, made, 'end');
    const words = $textOf(source.blockId).slice(start, end);
    const passage = (isWhole && isExact) || words === $quoteText(quote) ? words : source.passage;
    if (start === source.start && end === source.end && passage === source.passage) continue;
    quote.setSource({ ...source, start, end, passage });
  }
}
