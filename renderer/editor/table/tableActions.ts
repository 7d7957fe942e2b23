import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  $setTableRowIsHeader,
  type TableNode,
} from '@lexical/table';
import { $isElementNode } from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { languageDirection } from '../../../shared/lang/languageDirection.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import { $insertBlock, $selectAfter } from '../blocks/insertBlock.ts';
import { $createBlockNode } from '../model/createBlockNode.ts';
import { $getFields } from '../model/storyFields.ts';
import { $cellAt, type CellRange } from './tableCells.ts';

/** A new table: a header row and two more, of three columns. */
const ROWS = 3;
const COLUMNS = 3;

/** Puts an empty table where the caret is, the caret in its first cell. */
export function $insertTable(): void {
  const { language, direction } = $getFields();
  const runs = direction === 'auto' ? languageDirection(language) : direction;
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, () => ({ content: [], ...(row === 0 ? { header: true } : {}) })),
  );
  const table = $createBlockNode({
    id: newBlockId(),
    type: 'table',
    rows,
    // Without a word in it a table does not know which way it runs; its columns must not change places at the first one.
    ...(runs === 'rtl' ? { direction: runs } : {}),
  });
  $insertBlock(table);
  if ($isElementNode(table)) table.selectStart();
}

/** Takes a table away; the writer goes on after it. */
function $deleteTable(table: TableNode): void {
  $selectAfter(table);
  table.remove();
}

/** Whether the table begins with a row of headings. */
export function $hasHeaderRow(table: TableNode): boolean {
  const row = table.getFirstChild();
  const cells = $isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : [];
  return cells.length > 0 && cells.every((cell) => cell.hasHeader());
}

/** Changes the table, then puts the caret into the cell that is at this place of the grid by then. */
function $change(table: TableNode, change: () => void, row: number, column: number): void {
  change();
  $cellAt(table, row, column)?.selectEnd();
}

function $deleteRows({ table, rows, minRow, maxRow, minColumn }: CellRange): void {
  if (maxRow - minRow + 1 >= rows) $deleteTable(table);
  else $change(table, $deleteTableRowAtSelection, minRow, minColumn);
}

function $deleteColumns({ table, columns, minRow, minColumn, maxColumn }: CellRange): void {
  if (maxColumn - minColumn + 1 >= columns) $deleteTable(table);
  else $change(table, $deleteTableColumnAtSelection, minRow, minColumn);
}

/** What the actions of the Table menu do to the cells that are selected, run inside an update. */
export const TABLE_CHANGES: Partial<Record<ActionId, (range: CellRange) => void>> = {
  'table.insertRowAbove': ({ table, minRow, minColumn }) =>
    $change(table, () => $insertTableRowAtSelection(false), minRow, minColumn),
  'table.insertRowBelow': ({ table, maxRow, minColumn }) =>
    $change(table, () => $insertTableRowAtSelection(true), maxRow + 1, minColumn),
  'table.insertColumnBefore': ({ table, minRow, minColumn }) =>
    $change(table, () => $insertTableColumnAtSelection(false), minRow, minColumn),
  'table.insertColumnAfter': ({ table, minRow, maxColumn }) =>
    $change(table, () => $insertTableColumnAtSelection(true), minRow, maxColumn + 1),
  'table.headerRow': ({ table }) => $setTableRowIsHeader(table, 0, !$hasHeaderRow(table)),
  'table.deleteRow': $deleteRows,
  'table.deleteColumn': $deleteColumns,
  'table.delete': ({ table }) => $deleteTable(table),
};
