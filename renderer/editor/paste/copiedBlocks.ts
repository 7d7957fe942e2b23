import { $isTableCellNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { $readInlines } from '../model/inlines.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $slotAround } from '../nodes/slots.ts';
import type { Clip } from './clip.ts';
import { sliceInlines, sliceItems } from './sliceInlines.ts';

/** What is selected, as blocks: those it covers in part hold only the covered words, under ids of their own. */
export type CopiedBlocks = Pick<Clip, 'blocks' | 'isInline'>;

/** Reads what is selected for the clipboard; null when nothing is. */
export function $copiedBlocks(): CopiedBlocks | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const blocks = $selectedBlocks().map($readBlock);
    return blocks.length > 0 ? { blocks, isInline: false } : null;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const [start, end] = endsOf(selection);
  const line = $lineAround(start, end);
  if (line) return $words(line, start, end);
  return $blocks(start, end);
}

function endsOf(selection: RangeSelection): readonly [PointType, PointType] {
  const { anchor, focus } = selection;
  return selection.isBackward() ? [focus, anchor] : [anchor, focus];
}

/** The slot or the cell's paragraph that both points are in: words there are words, whatever block they are in. */
function $lineAround(start: PointType, end: PointType): ElementNode | null {
  const slot = $slotAround(start.getNode());
  if (slot) return slot.is($slotAround(end.getNode())) ? slot : null;
  const cell = $findMatchingParent(start.getNode(), $isTableCellNode);
  const line = cell?.getChildren().find((child) => $holds(child, start));
  return $isElementNode(line) && $holds(line, end) ? line : null;
}

function $holds(node: LexicalNode, point: PointType): boolean {
  const at = point.getNode();
  return node.is(at) || ($isElementNode(node) && node.isParentOf(at));
}

function $words(within: ElementNode, start: PointType, end: PointType): CopiedBlocks | null {
  const from = $offsetOfPoint(within, start);
  const to = $offsetOfPoint(within, end);
  return asWords(sliceInlines($readInlines(within.getChildren()), from, to));
}

function asWords(content: ReturnType<typeof sliceInlines>): CopiedBlocks | null {
  if (content.length === 0) return null;
  return { blocks: [{ id: newBlockId(), type: 'paragraph', content }], isInline: true };
}

function $blocks(start: PointType, end: PointType): CopiedBlocks | null {
  const nodes = $selectedBlocks();
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last) return null;
  const from = $offsetIn(first, start) ?? 0;
  const to = $offsetIn(last, end) ?? Number.POSITIVE_INFINITY;
  if (first.is(last)) return oneBlock($readBlock(first), from, to);
  const read = nodes.map($readBlock);
  const blocks = read.flatMap((block, index): Block[] => {
    if (index > 0 && index < read.length - 1) return [block];
    const part = sliceBlock(block, index === 0 ? from : 0, index === 0 ? Number.POSITIVE_INFINITY : to);
    // A selection that begins at the end of a paragraph, or ends at the start of one, means the break and not the block.
    return blockText(part) === '' && blockText(block) !== '' ? [] : [part];
  });
  return blocks.length > 0 ? { blocks, isInline: false } : null;
}

function $offsetIn(block: LexicalNode, point: PointType): number | null {
  const node = point.getNode();
  // A point between two blocks, or in a part of one that holds no line of words, means all of it.
  if ($isRootNode(node) || !$isElementNode(block) || block.isShadowRoot() || $slotAround(node)) return null;
  return $offsetOfPoint(block, point);
}

function oneBlock(block: Block, from: number, to: number): CopiedBlocks | null {
  const part = sliceBlock(block, from, to);
  if (part.type === 'paragraph' || part.type === 'heading' || part.type === 'quote') return asWords(part.content);
  const [item, ...others] = part.type === 'list' ? part.items : [];
  if (item && others.length === 0 && !item.list) return asWords(item.content);
  return { blocks: [part], isInline: false };
}

/** The words of a block between two offsets of its text; blocks that are not lines of words come whole. */
function sliceBlock(block: Block, from: number, to: number): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, id: newBlockId(), content: sliceInlines(block.content, from, to) };
    case 'list':
      return { ...block, id: newBlockId(), items: sliceItems(block.items, from, to) };
    default:
      return block;
  }
}
