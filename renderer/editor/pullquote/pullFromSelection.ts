import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { withoutComments } from '../../../shared/review/commentMark.ts';
import { sourceAt } from '../../../shared/pullQuote/sourceText.ts';
import type { Block, QuoteSource } from '../../../shared/story/block.ts';
import type { Inline } from '../../../shared/story/inline.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { $insertBlock } from '../blocks/insertBlock.ts';
import { $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $createInlineNodes, $createPlainNodes } from '../model/inlines.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $createPullQuoteNode, $isPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $createSlotNode } from '../nodes/SlotNode.ts';
import { sliceInlines } from '../paste/sliceInlines.ts';
import { trimStretch } from './passage.ts';

interface Passage {
  readonly block: ElementNode;
  readonly source: QuoteSource;
  readonly words: readonly Inline[];
}

function $edge(block: ElementNode, point: PointType, ifOutside: number): number {
  return $blockAround(point.getNode())?.is(block) ? $offsetOfPoint(block, point) : ifOutside;
}

/** What the selection covers of one block; null when that is nothing but space, or is furniture rather than copy. */
function $passageIn(block: ElementNode, selection: RangeSelection): Passage | null {
  const id = $getBlockId(block);
  if (id === null || $isPullQuoteNode(block) || $isFigureNode(block)) return null;
  const stored = $readBlock(block);
  const text = blockText(stored);
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const { start, end } = trimStretch(text, $edge(block, first, 0), $edge(block, last, text.length));
  if (start >= end) return null;
  const source = sourceAt({ blockId: id, start, end }, text);
  return { block, source, words: passageWords(stored, source) };
}

/** The words of a passage with the formats and links they have in its block; what is said of them stays with the passage. */
export function passageWords(block: Block, { start, end, passage }: QuoteSource): readonly Inline[] {
  if (!('content' in block)) return [{ type: 'text', text: passage }];
  return withoutComments(sliceInlines(block.content, start, end));
}

/**
 * The passage a pull-quote is lifted from. A quote is said in one breath: of a selection over several paragraphs the one
 * that most of it lies in counts, so that a caret a letter too far does not decide.
 */
function $selectedPassage(): Passage | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  let longest: Passage | null = null;
  for (const block of $selectedBlocks()) {
    const passage = $isElementNode(block) ? $passageIn(block, selection) : null;
    if (passage && passage.source.passage.length > (longest?.source.passage.length ?? 0)) longest = passage;
  }
  return longest;
}

/** A pull-quote of these words, nobody named yet. */
export function $createPullQuote(source: QuoteSource | null, words: readonly Inline[]): PullQuoteNode {
  const quote = $createSlotNode('quote');
  const attribution = $createSlotNode('attribution').append(...$createPlainNodes(''));
  return $createPullQuoteNode(source).append(quote.append(...$createInlineNodes(words)), attribution);
}

/**
 * Inserts a pull-quote: with the selected passage, before its paragraph and bound to it, the caret where the speaker's
 * name goes; or an empty one where the caret is, ready for the words.
 */
export function $pullQuoteFromSelection(): void {
  const passage = $selectedPassage();
  if (passage) {
    const node = $createPullQuote(passage.source, passage.words);
    passage.block.insertBefore(node, false);
    node.getAttribution()?.select();
    return;
  }
  const node = $createPullQuote(null, []);
  $insertBlock(node);
  node.getQuote()?.select();
}
