import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates } from '@lexical/table';
import { $createParagraphNode, $isElementNode, type LexicalNode } from 'lexical';
import { assertNever } from '../../../shared/lang/assertNever.ts';
import type { Block, Figure, ListItem, PullQuote, Table, TableCell } from '../../../shared/story/block.ts';
import { framingOf } from '../../../shared/story/framing.ts';
import { $createFigureNode, playsOf, type FigureNode } from '../nodes/FigureNode.ts';
import { $createPictureNode } from '../nodes/PictureNode.tsx';
import { $createPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $createSeparatorNode } from '../nodes/SeparatorNode.ts';
import { $createSlotNode } from '../nodes/SlotNode.ts';
import { $setBlockId, $setBlockLanguage } from './blockState.ts';
import { $createInlineNodes, $createPlainNodes } from './inlines.ts';

type ListKind = 'bulleted' | 'numbered';

function $createList(kind: ListKind, items: readonly ListItem[], start = 1): ListNode {
  const list = $createListNode(kind === 'numbered' ? 'number' : 'bullet', start);
  items.forEach((item, index) => {
    const node = $createListItemNode().append(...$createInlineNodes(item.content));
    list.append(node.setValue(start + index));
    // Lexical keeps a nested list in an item of its own, after the one it belongs to.
    if (item.list && item.list.items.length > 0) {
      const holder = $createListItemNode().append($createList(item.list.kind, item.list.items));
      list.append(holder.setValue(start + index + 1));
    }
  });
  if (items.length === 0) list.append($createListItemNode());
  return list;
}

function $createCell(cell: TableCell, isInHeaderRow: boolean): LexicalNode {
  // A heading in a row of headings is over its column; any other is beside its row, and stays so when rows are added.
  const heading = isInHeaderRow ? TableCellHeaderStates.ROW : TableCellHeaderStates.COLUMN;
  const state = cell.header ? heading : TableCellHeaderStates.NO_STATUS;
  const node = $createTableCellNode(state, cell.colSpan ?? 1).setRowSpan(cell.rowSpan ?? 1);
  return node.append($createParagraphNode().append(...$createInlineNodes(cell.content)));
}

const EMPTY_ROW: readonly TableCell[] = [{ content: [] }];

function $createRow(cells: readonly TableCell[]): LexicalNode {
  const isHeaderRow = cells.every((cell) => cell.header);
  return $createTableRowNode().append(...cells.map((cell) => $createCell(cell, isHeaderRow)));
}

function $createTable(block: Table): LexicalNode {
  const rows = block.rows.length > 0 ? block.rows : [EMPTY_ROW];
  return $createTableNode().append(...rows.map((row) => $createRow(row.length > 0 ? row : EMPTY_ROW)));
}

function $createPullQuote(block: PullQuote): PullQuoteNode {
  return $createPullQuoteNode(block.source)
    .setKept(block.kept ?? null)
    .append(
      $createSlotNode('quote').append(...$createInlineNodes(block.content)),
      $createSlotNode('attribution').append(...$createPlainNodes(block.attribution)),
    );
}

function $createFigure(block: Figure): FigureNode {
  return $createFigureNode(block.assetId, block.fileName)
    .setOrigins(block.origin)
    .setFraming(framingOf(block))
    .setGallery(block.gallery ?? null)
    .setPlays(playsOf(block))
    .append(
      $createPictureNode(),
      $createSlotNode('caption').append(...$createInlineNodes(block.caption)),
      $createSlotNode('credit').append(...$createPlainNodes(block.credit)),
      $createSlotNode('alt').append(...$createPlainNodes(block.alt)),
    );
}

function $createNode(block: Block): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$createInlineNodes(block.content));
    case 'heading':
      return $createHeadingNode(block.level === 2 ? 'h2' : 'h3').append(...$createInlineNodes(block.content));
    case 'quote':
      return $createQuoteNode().append(...$createInlineNodes(block.content));
    case 'list':
      return $createList(block.kind, block.items, block.start);
    case 'table':
      return $createTable(block);
    case 'separator':
      return $createSeparatorNode();
    case 'pullQuote':
      return $createPullQuote(block);
    case 'figure':
      return $createFigure(block);
    default:
      return assertNever(block, 'block');
  }
}

/** A block of the story as a node of the page, with its id, language and direction. Inside `editor.update` only. */
export function $createBlockNode(block: Block): LexicalNode {
  const node = $createNode(block);
  $setBlockId(node, block.id);
  if (block.language !== undefined) $setBlockLanguage(node, block.language);
  if (block.direction !== undefined && $isElementNode(node)) node.setDirection(block.direction);
  return node;
}
