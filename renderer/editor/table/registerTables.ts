import { $findTableNode } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { registerTableKeys } from './registerTableKeys.ts';
import { registerTableShape } from './registerTableShape.ts';
import { $squareTable } from './squareTable.ts';
import { $insertTable, TABLE_CHANGES } from './tableActions.ts';
import { $selectedCell, $selectedRange } from './tableCells.ts';

/** Makes tables work: their shape, their keys and the actions of the Table menu. Answers its undo. */
export function registerTables(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerTableShape(editor),
    registerTableKeys(editor),
    editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => {
        if (action === 'insert.table') {
          $insertTable();
          return true;
        }
        const change = TABLE_CHANGES[action];
        const cell = change && $selectedCell();
        const table = cell && $findTableNode(cell);
        if (!table) return false;
        $squareTable(table);
        const range = $selectedRange();
        if (range) change(range);
        return range !== null;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  );
}
