import { $findTableNode, $isTableSelection } from '@lexical/table';
import { $getEditor, $getSelection, SELECTION_INSERT_CLIPBOARD_NODES_COMMAND } from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import { $createBlockNode } from '../model/createBlockNode.ts';
import { $squareTable } from './squareTable.ts';
import { $selectedCell } from './tableCells.ts';

/**
 * Puts a table's cells over those of the table the caret is in, from its cell on and into new rows and columns where there
 * are too few. False for anything else that is pasted, for which selected cells give way to a caret. Inside an update.
 */
export function $pasteIntoCells(blocks: readonly Block[]): boolean {
  const cell = $selectedCell();
  const around = cell && $findTableNode(cell);
  if (!around) return false;
  const [table] = blocks;
  if (blocks.length !== 1 || table?.type !== 'table') {
    if ($isTableSelection($getSelection())) cell.selectEnd();
    return false;
  }
  $squareTable(around);
  const selection = $getSelection();
  const nodes = [$createBlockNode(table)];
  return (
    selection !== null && $getEditor().dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })
  );
}
