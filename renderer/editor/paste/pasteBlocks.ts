import { $createListItemNode, $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import { $isTableCellNode } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import type { Block, ListItem } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { Inline } from '../../../shared/story/inline.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import { $selectAfter } from '../blocks/insertBlock.ts';
import { $isTextBlock, $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $createBlockNode } from '../model/createBlockNode.ts';
import { $joinGallery } from '../model/galleries.ts';
import { $createInlineNodes, $readInlines } from '../model/inlines.ts';
import { $createStretchSelection, $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $slotAround } from '../nodes/slots.ts';
import { $pasteIntoCells } from '../table/pasteIntoCells.ts';
import { sliceInlines } from './sliceInlines.ts';

/**
 * Puts blocks where the caret is; nothing may be selected any more. Words join the words around them, as in any word
 * processor: the first paragraph goes on with what stands before the caret, what stands after it goes on with the last.
 * Where only words can stand (a caption, a cell) the words come without their blocks. The caret is left behind them.
 */
export function $pasteBlocks(blocks: readonly Block[], isInline: boolean): void {
  if (blocks.length === 0 || $pasteIntoCells(blocks)) return;
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    $insertAfter($selectedBlocks().at(-1) ?? $getRoot().getLastChild(), blocks);
    return;
  }
  const node = selection.anchor.getNode();
  const slot = $slotAround(node);
  if (slot) {
    $insertWords(selection, oneLine(blocks, slot.isRich()));
    return;
  }
  if ($findMatchingParent(node, $isTableCellNode)) {
    $insertWords(selection, joinBlocks(blocks, { type: 'lineBreak' }));
    return;
  }
  const [first] = blocks;
  const around = $blockAround(node);
  const isWords = isInline || (blocks.length === 1 && first?.type === 'paragraph');
  if (isWords && first && 'content' in first && around) {
    $insertWords(selection, first.content);
    return;
  }
  const item = $findMatchingParent(node, $isListItemNode);
  const items = itemsOf(blocks);
  if (item && items) $pasteIntoItem(item, selection, items);
  else if ($isTextBlock(around)) $pasteIntoWords(around, selection, blocks);
  else $insertAfter(around ?? $selectedBlocks().at(-1) ?? $getRoot().getLastChild(), blocks);
}

function $insertWords(selection: RangeSelection, content: readonly Inline[]): void {
  const nodes = $createInlineNodes(content);
  if (nodes.length > 0) selection.insertNodes(nodes);
}

/** All the words in one line; marks and links only where they can stand. */
function oneLine(blocks: readonly Block[], isRich: boolean): Inline[] {
  if (isRich) return joinBlocks(blocks, { type: 'text', text: ' ' });
  const text = blocks
    .map((block) => blockText(block).replace(/\s*\n\s*/gu, ' '))
    .filter(Boolean)
    .join(' ');
  return text === '' ? [] : [{ type: 'text', text }];
}

/** The words of all blocks in a row, something between those of one and the next. */
function joinBlocks(blocks: readonly Block[], between: Inline): Inline[] {
  const parts = blocks.flatMap((block): Inline[][] => {
    if (block.type === 'list') return (itemsOf([block]) ?? []).map((item) => item.content);
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') return [block.content];
    const text = blockText(block).replaceAll('\n', ' ');
    return text === '' ? [] : [[{ type: 'text', text }]];
  });
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}

/** The blocks as items of a list; null when there is one that cannot be in a list. */
function itemsOf(blocks: readonly Block[]): ListItem[] | null {
  const items: ListItem[] = [];
  for (const block of blocks) {
    if (block.type === 'list') items.push(...flatItems(block.items));
    else if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') items.push(block);
    else return null;
  }
  return items;
}

function flatItems(items: readonly ListItem[]): ListItem[] {
  return items.flatMap(({ content, list }) => [{ content }, ...(list ? flatItems(list.items) : [])]);
}

interface Cut {
  readonly head: Inline[];
  readonly tail: Inline[];
}

/** An element's own words before and after the caret. */
function $cutAt(element: ElementNode, selection: RangeSelection): Cut {
  const content = $readInlines(element.getChildren().filter((child) => !$isListNode(child)));
  const at = $offsetOfPoint(element, selection.anchor);
  return { head: sliceInlines(content, 0, at), tail: sliceInlines(content, at, Number.POSITIVE_INFINITY) };
}

function $setWords(element: ElementNode, content: readonly Inline[]): void {
  for (const child of element.getChildren()) if (!$isListNode(child)) child.remove();
  element.splice(0, 0, $createInlineNodes(content));
}

function $caretAt(element: ElementNode, offset: number): void {
  $setSelection($createStretchSelection(element, { start: offset, end: offset }));
}

function $pasteIntoItem(item: ListItemNode, selection: RangeSelection, items: readonly ListItem[]): void {
  const { head, tail } = $cutAt(item, selection);
  const [first, ...others] = items;
  const last = others.at(-1);
  $setWords(item, [...head, ...(first?.content ?? []), ...(last ? [] : tail)]);
  let at: ListItemNode = item;
  for (const other of others) {
    const next = $createListItemNode().append(
      ...$createInlineNodes(other === last ? [...other.content, ...tail] : other.content),
    );
    at.insertAfter(next, false);
    at = next;
  }
  $caretAt(at, last ? inlineText(last.content).length : inlineText([...head, ...(first?.content ?? [])]).length);
}

function $pasteIntoWords(block: ElementNode, selection: RangeSelection, blocks: readonly Block[]): void {
  const { head, tail } = $cutAt(block, selection);
  const rest = [...blocks];
  const [first] = rest;
  if (head.length === 0 && tail.length === 0) {
    // An empty line gives way to what is pasted on it, and hands its id on: so a cut undone by a paste leaves no trace.
    const id = $getBlockId(block);
    if (first && id !== null && !isSource(blocks, first.id)) rest[0] = { ...first, id };
  } else if (head.length > 0 && first?.type === 'paragraph') {
    rest.shift();
    head.push(...first.content);
  }
  const last = rest.at(-1);
  $setWords(block, head);
  if (!last) {
    $setWords(block, [...head, ...tail]);
    $caretAt(block, inlineText(head).length);
    return;
  }
  const end = $insertNodes(block, rest);
  if (head.length === 0) block.remove();
  if ((last.type === 'paragraph' || last.type === 'heading' || last.type === 'quote') && $isElementNode(end)) {
    end.append(...$createInlineNodes(tail));
    $caretAt(end, inlineText(last.content).length);
  } else if (tail.length > 0) {
    const line = $createParagraphNode().append(...$createInlineNodes(tail));
    end.insertAfter(line, false);
    $caretAt(line, 0);
  } else $settleAfter(end);
}

/** Whether a pull-quote among the blocks was lifted from this one. */
function isSource(blocks: readonly Block[], id: BlockId): boolean {
  return blocks.some((block) => block.type === 'pullQuote' && block.source?.blockId === id);
}

function $insertNodes(after: LexicalNode, blocks: readonly Block[]): LexicalNode {
  const nodes = blocks.map($createBlockNode);
  let at = after;
  for (const node of nodes) {
    at.insertAfter(node, false);
    at = node;
  }
  $joinGallery(nodes);
  return at;
}

function $insertAfter(after: LexicalNode | null, blocks: readonly Block[]): void {
  const anchor = after ?? $createParagraphNode();
  if (!after) $getRoot().append(anchor);
  $settleAfter($insertNodes(anchor, blocks));
  if (!after) anchor.remove();
}

/** The caret behind a pasted block: in its own words where it is a line of them. */
function $settleAfter(block: LexicalNode): void {
  if ($isTextBlock(block) || $isListNode(block)) block.selectEnd();
  else $selectAfter(block);
}
