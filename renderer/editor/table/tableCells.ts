import {
  $computeTableCellRectBoundary,
  $computeTableMap,
  $computeTableMapSkipCellCheck,
  $findCellNode,
  $findTableNode,
  $isTableCellNode,
  $isTableRowNode,
  $isTableSelection,
  type TableCellNode,
  type TableCellRectBoundary,
  type TableNode,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';

/** The cells a selection touches: rows and columns of the grid, in which a merged cell counts for all it covers. */
export interface CellRange extends TableCellRectBoundary {
  readonly table: TableNode;
  readonly rows: number;
  readonly columns: number;
}

/** The cell the caret is in, or that a selection of cells ends in. */
export function $selectedCell(): TableCellNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  return $findCellNode(selection.focus.getNode());
}

/** The cells the selection touches; null outside a table, or when it goes out of one. */
export function $selectedRange(): CellRange | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const anchor = $findCellNode(selection.anchor.getNode());
  const focus = $findCellNode(selection.focus.getNode());
  const table = focus && $findTableNode(focus);
  if (!anchor || !focus || !table?.isParentOf(anchor)) return null;
  const [grid, from, to] = $computeTableMap(table, anchor, focus);
  const columns = grid[0]?.length ?? 0;
  return { table, rows: grid.length, columns, ...$computeTableCellRectBoundary(grid, from, to) };
}

/** The cell at a place of the grid, or the nearest one the table has. */
export function $cellAt(table: TableNode, row: number, column: number): TableCellNode | null {
  const [grid] = $computeTableMapSkipCellCheck(table, null, null);
  const cells = grid[Math.max(0, Math.min(row, grid.length - 1))];
  return cells?.[Math.max(0, Math.min(column, cells.length - 1))]?.cell ?? null;
}

/** The cell under a cell, in its first column; null in the last row. */
export function $cellBelow(table: TableNode, cell: TableCellNode): TableCellNode | null {
  const [grid, at] = $computeTableMapSkipCellCheck(table, cell, null);
  return (at && grid[at.startRow + cell.getRowSpan()]?.[at.startColumn]?.cell) ?? null;
}

/** The cell over a cell, in its first column; null in the first row. */
export function $cellAbove(table: TableNode, cell: TableCellNode): TableCellNode | null {
  const [grid, at] = $computeTableMapSkipCellCheck(table, cell, null);
  return (at && grid[at.startRow - 1]?.[at.startColumn]?.cell) ?? null;
}

/** A table's cells in the order they are read. */
export function $cellsOf(table: TableNode): TableCellNode[] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .flatMap((row) => row.getChildren().filter($isTableCellNode));
}
