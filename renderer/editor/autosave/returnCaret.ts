import { createDOMRange } from '@lexical/selection';
import { $getSelection, $isRangeSelection, getDOMSelection, type LexicalEditor } from 'lexical';

/**
 * Brings the caret back with the keyboard. A dialog's text field takes the document's one selection away; given the
 * keyboard again, the browser would put the caret at the start of the body, and the next words with it. A click sets its own
 * caret right after. No update of the editor's: the keyboard may come in the middle of one. Answers its undo.
 */
export function returnCaret(editor: LexicalEditor): () => void {
  const onFocus = (event: FocusEvent) => {
    if (event.target !== editor.getRootElement()) return;
    editor.getEditorState().read(
      () => {
        const selection = $getSelection();
        const drawn = getDOMSelection(window);
        if (!$isRangeSelection(selection) || !drawn) return;
        const { anchor, focus } = selection;
        const range = createDOMRange(editor, anchor.getNode(), anchor.offset, focus.getNode(), focus.offset);
        if (!range) return;
        const { startContainer, startOffset, endContainer, endOffset } = range;
        if (selection.isBackward()) drawn.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
        else drawn.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      },
      { editor },
    );
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('focus', onFocus);
    root?.addEventListener('focus', onFocus);
  });
}
