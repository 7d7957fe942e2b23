import { $findTableNode, $insertTableRowAtNode, $isTableCellNode, type TableCellNode } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $selectAfter } from '../blocks/insertBlock.ts';
import { $selectBlock } from '../blocks/selectBlock.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $squareTable } from './squareTable.ts';
import { $cellBelow, $cellsOf, $selectedCell } from './tableCells.ts';

/** The next cell in reading order or the one before; after the last one comes a new row. */
function $walk(cell: TableCellNode, by: 1 | -1): void {
  const table = $findTableNode(cell);
  if (!table) return;
  const cells = $cellsOf(table);
  const at = cells.findIndex((other) => other.is(cell)) + by;
  const next = cells[at];
  if (next) next.selectEnd();
  else if (by > 0) {
    $squareTable(table);
    const first = $insertTableRowAtNode(cell.getLatest(), true)?.getFirstChild();
    if ($isTableCellNode(first)) first.selectStart();
  }
}

/** A cell is a line: Enter means "done here" and goes down the column, then out of the table. */
function $enter(): boolean {
  const cell = $selectedCell();
  const table = cell && $findTableNode(cell);
  if (!table) return false;
  const below = $cellBelow(table, cell);
  if (below) below.selectEnd();
  else $selectAfter(table);
  return true;
}

/** Deleting stops at the edge of a cell; in a table without a word Backspace selects the table, and then deletes it. */
function $stopAtEdge(isBackward: boolean): boolean {
  const selection = $getSelection();
  const cell = $selectedCell();
  const table = cell && $findTableNode(cell);
  if (!table || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const offset = $offsetOfPoint(cell, selection.focus);
  const isAtEdge = isBackward ? offset === 0 : offset === cell.getTextContentSize();
  if (!isAtEdge) return false;
  if (isBackward && $cellsOf(table).every((each) => each.getTextContentSize() === 0)) $selectBlock(table);
  return true;
}

/**
 * What keys do in a table: Tab and Shift+Tab go from cell to cell, Enter down the column, Escape out; Backspace and
 * Delete stay inside the cell. Answers its undo.
 */
export function registerTableKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const cell = $selectedCell();
        if (!cell) return false;
        event.preventDefault();
        $walk(cell, event.shiftKey ? -1 : 1);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Before what is selected is deleted for the new line that does not come.
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        const cell = $selectedCell();
        const table = cell && $findTableNode(cell);
        if (!table) return false;
        event.preventDefault();
        $selectAfter(table);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $stopAtEdge, COMMAND_PRIORITY_LOW),
    ),
  );
}
