import {
  $computeTableMapSkipCellCheck,
  $createTableCellNode,
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableNode,
  type TableRowNode,
} from '@lexical/table';
import { $createParagraphNode } from 'lexical';
import { $cellsOf } from './tableCells.ts';

/** Empty cells at a row's end; headings, if the row's last cell is one of a row of headings. */
function $fill(row: TableRowNode, missing: number): void {
  const last = row.getLastChild();
  const state = $isTableCellNode(last) ? last.getHeaderStyles() & TableCellHeaderStates.ROW : 0;
  for (let count = 0; count < missing; count += 1) {
    row.append($createTableCellNode(state).append($createParagraphNode()));
  }
}

/**
 * Makes a table a grid: no cell reaches below the last row, and every row is as long as the longest. Tables come ragged
 * from the web and out of deletions; what changes rows and columns counts on a grid. Inside an update.
 */
export function $squareTable(table: TableNode): void {
  const rows = table.getChildren().filter($isTableRowNode);
  for (const cell of $cellsOf(table)) {
    const most = rows.length - (cell.getParent()?.getIndexWithinParent() ?? 0);
    if (cell.getRowSpan() > most) cell.setRowSpan(most);
  }
  const [grid] = $computeTableMapSkipCellCheck(table, null, null);
  // A place nobody takes is a hole in the list.
  const lengths = rows.map((_, index) => (grid[index] ?? []).filter(Boolean).length);
  const longest = Math.max(0, ...lengths);
  rows.forEach((row, index) => $fill(row, longest - (lengths[index] ?? 0)));
}
