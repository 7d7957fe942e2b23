import { copyToClipboard } from '@lexical/clipboard';
import { $isTableSelection } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { $removeSelection } from './removeSelection.ts';

/** Keys that delete what is selected and do nothing else. */
const DELETIONS = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND, REMOVE_TEXT_COMMAND] as const;
/** Keys that put something in place of what is selected. */
const REPLACEMENTS = [
  CONTROLLED_TEXT_INSERTION_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  PASTE_COMMAND,
] as const;

/** Has every deletion of a selection done by `$removeSelection`. Answers its undo. */
export function registerRemovals(editor: LexicalEditor): () => void {
  return mergeRegister(
    ...DELETIONS.map((command) =>
      editor.registerCommand(command as LexicalCommand<unknown>, $removeSelection, COMMAND_PRIORITY_NORMAL),
    ),
    ...REPLACEMENTS.map((command) =>
      editor.registerCommand(
        command as LexicalCommand<unknown>,
        () => {
          // What is pasted beside a selected block goes after it; what is typed over words takes their place.
          if (!$isNodeSelection($getSelection())) $removeSelection();
          return false;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        // Cells are emptied by the table's own cut.
        if ($isTableSelection($getSelection())) return false;
        void copyToClipboard(editor, event instanceof ClipboardEvent ? event : null).then(() => {
          editor.update(() => void $removeSelection(), { tag: CUT_TAG });
        });
        return true;
      },
      // Registered before any table is on the page: what tables do to a cut is not done to words.
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
