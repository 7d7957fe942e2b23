import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableCellNode, type TableNode } from '@lexical/table';
import { $isElementNode, type LexicalNode } from 'lexical';
import type { Block, Figure, ListItem, PullQuote, TableCell } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { Inline } from '../../../shared/story/inline.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { $isFigureNode, type FigureNode } from '../nodes/FigureNode.ts';
import { $isPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $isSeparatorNode } from '../nodes/SeparatorNode.ts';
import type { SlotNode } from '../nodes/SlotNode.ts';
import { $getBlockId, $getBlockLanguage } from './blockState.ts';
import { $readInlines } from './inlines.ts';

function $words(node: LexicalNode | null): Inline[] {
  return $isElementNode(node) ? $readInlines(node.getChildren()) : [];
}

function $plain(slot: SlotNode | null): string {
  return inlineText($words(slot));
}

function listKind(list: ListNode): 'bulleted' | 'numbered' {
  return list.getListType() === 'number' ? 'numbered' : 'bulleted';
}

function $readItems(list: ListNode): ListItem[] {
  const items: ListItem[] = [];
  for (const node of list.getChildren()) {
    if (!$isListItemNode(node)) continue;
    const children = node.getChildren();
    const nested = children.find($isListNode);
    const content = $readInlines(children.filter((child) => !$isListNode(child)));
    const inner = nested && { kind: listKind(nested), items: $readItems(nested) };
    const previous = items.at(-1);
    if (inner && content.length === 0 && previous && !previous.list) previous.list = inner;
    else items.push(inner ? { content, list: inner } : { content });
  }
  return items;
}

function $readCell(node: TableCellNode): TableCell {
  const content: Inline[] = [];
  // A cell holds words, not blocks: its paragraphs become lines.
  node.getChildren().forEach((child, index) => {
    if (index > 0) content.push({ type: 'lineBreak' });
    content.push(...$words(child));
  });
  const colSpan = node.getColSpan();
  const rowSpan = node.getRowSpan();
  return {
    content,
    ...(node.hasHeader() ? { header: true } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

function $readRows(table: TableNode): TableCell[][] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode).map($readCell));
}

function $readPullQuote(node: PullQuoteNode, base: BlockBase): PullQuote {
  const kept = node.getKept();
  return {
    ...base,
    type: 'pullQuote',
    content: $words(node.getQuote()),
    attribution: $plain(node.getAttribution()),
    source: node.getSource(),
    ...(kept === null ? {} : { kept }),
  };
}

function $readFigure(node: FigureNode, base: BlockBase): Figure {
  const gallery = node.getGallery();
  return {
    ...base,
    type: 'figure',
    assetId: node.getAssetId(),
    fileName: node.getFileName(),
    caption: $words(node.getCaption()),
    credit: $plain(node.getCredit()),
    alt: $plain(node.getAlt()),
    origin: node.getOrigin(),
    ...node.getFraming(),
    ...(gallery === null ? {} : { gallery }),
    ...node.getPlays(),
  };
}

interface BlockBase {
  readonly id: BlockId;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
}

function $readBase(node: LexicalNode): BlockBase {
  const id = $getBlockId(node);
  if (id === null) throw new Error(`A ${node.getType()} on the page has no block id`);
  const language = $getBlockLanguage(node);
  const direction = $isElementNode(node) ? node.getDirection() : null;
  return { id, ...(language === null ? {} : { language }), ...(direction === null ? {} : { direction }) };
}

/** A top-level node as it is stored; what Stet has no block for is kept as a paragraph of its words. */
export function $readBlock(node: LexicalNode): Block {
  const base = $readBase(node);
  if ($isHeadingNode(node)) {
    const level = node.getTag() === 'h1' || node.getTag() === 'h2' ? 2 : 3;
    return { ...base, type: 'heading', level, content: $words(node) };
  }
  if ($isQuoteNode(node)) return { ...base, type: 'quote', content: $words(node) };
  if ($isListNode(node)) {
    const start = node.getStart();
    return {
      ...base,
      type: 'list',
      kind: listKind(node),
      ...(start === 1 ? {} : { start }),
      items: $readItems(node),
    };
  }
  if ($isTableNode(node)) return { ...base, type: 'table', rows: $readRows(node) };
  if ($isSeparatorNode(node)) return { ...base, type: 'separator' };
  if ($isPullQuoteNode(node)) return $readPullQuote(node, base);
  if ($isFigureNode(node)) return $readFigure(node, base);
  return { ...base, type: 'paragraph', content: $words(node) };
}
