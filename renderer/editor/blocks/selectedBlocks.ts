import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $blockAround } from '../model/topLevel.ts';

/** The block a point is in; a point between two blocks belongs to the one after it. */
function $blockAtPoint(point: PointType): LexicalNode | null {
  const node = point.getNode();
  if (!$isRootNode(node)) return $blockAround(node);
  return node.getChildAtIndex(point.offset) ?? node.getLastChild();
}

/** The blocks the selection touches, in order; none when nothing is selected. */
export function $selectedBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const touched = new Set(selection.getNodes().map((node) => $blockAround(node)?.getKey()));
    return $getRoot()
      .getChildren()
      .filter((block) => touched.has(block.getKey()));
  }
  if (!$isRangeSelection(selection)) return [];
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = $blockAtPoint(start);
  const last = $blockAtPoint(end);
  const blocks: LexicalNode[] = [];
  for (let block = first; block; block = block.getNextSibling()) {
    blocks.push(block);
    if (block.is(last)) break;
  }
  return blocks;
}

/** A block that holds one run of words and may become another such block. */
export function $isTextBlock(node: LexicalNode | null): node is ElementNode {
  return ($isParagraphNode(node) || $isHeadingNode(node) || $isQuoteNode(node)) && $isRootNode(node.getParent());
}

/** The items of a list that hold words and that the selection touches, at any depth. */
export function $selectedItems(list: ListNode): ListItemNode[] {
  const selection = $getSelection();
  if (!selection) return [];
  const touched = new Set<string>();
  for (const node of selection.getNodes()) {
    for (let at: LexicalNode | null = node; at; at = at.getParent()) {
      if (!$isListItemNode(at)) continue;
      touched.add(at.getKey());
      break;
    }
  }
  const items: ListItemNode[] = [];
  const walk = (within: ListNode) => {
    for (const item of within.getChildren()) {
      if (!$isListItemNode(item)) continue;
      const nested = item.getFirstChild();
      if ($isListNode(nested)) walk(nested);
      else if (touched.has(item.getKey())) items.push(item);
    }
  };
  walk(list);
  return items;
}

/** Moves the selection's points from an element that is about to be replaced to the one that takes its place. */
export function $carrySelection(from: ElementNode, to: ElementNode): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.key === from.getKey() && $isElementNode(to)) point.set(to.getKey(), point.offset, 'element');
  }
}
