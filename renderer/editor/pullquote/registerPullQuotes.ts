import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { $pullQuoteFromSelection } from './pullFromSelection.ts';

/** Makes the Pull quote action work. Answers its undo. */
export function registerPullQuotes(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    RUN_ACTION_COMMAND,
    (action) => {
      if (action !== 'insert.pullQuote') return false;
      $pullQuoteFromSelection();
      return true;
    },
    COMMAND_PRIORITY_EDITOR,
  );
}
