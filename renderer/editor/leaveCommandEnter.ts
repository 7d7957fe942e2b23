import { COMMAND_PRIORITY_CRITICAL, KEY_ENTER_COMMAND, type LexicalEditor } from 'lexical';

/**
 * Leaves Enter with Ctrl or Command to whoever listens above the page: it is a shortcut, and Lexical would make a new line
 * of it and keep the key to itself. Nobody's shortcut, it reaches the page once more as the browser's own new line. Answers
 * its undo.
 */
export function leaveCommandEnter(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => event !== null && (event.ctrlKey || event.metaKey),
    COMMAND_PRIORITY_CRITICAL,
  );
}
