import { $isListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
} from 'lexical';

/** Deepest level of a list that still reads on a page. */
const DEEPEST = 4;

/** Tab and Shift+Tab nest and un-nest list items. Elsewhere Tab goes on to the next part of the window. Answers its undo. */
export function registerListKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return false;
      const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
      if (!item) return false;
      event.preventDefault();
      if (event.shiftKey) return editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined);
      // The first item has nothing to stand under.
      const canNest = item.getIndent() < DEEPEST && item.getPreviousSibling() !== null;
      return canNest ? editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined) : true;
    },
    COMMAND_PRIORITY_LOW,
  );
}
