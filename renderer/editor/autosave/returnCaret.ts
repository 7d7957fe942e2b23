import { createDOMRange } from '@lexical/selection';
import { mergeRegister } from '@lexical/utils';
import { $getSelection, $isRangeSelection, getDOMSelection, type LexicalEditor } from 'lexical';

/**
 * Brings the caret back with the keyboard. A dialog's text field takes the document's one selection away; given the
 * keyboard again, the browser would put the caret at the start of the body, and the next words with it. A press of the mouse
 * sets its own caret; put back before, an old one in an empty line would stay, because the browser then leaves it alone. No
 * update of the editor's: the keyboard may come in the middle of one. Answers its undo.
 */
export function returnCaret(editor: LexicalEditor): () => void {
  let isPressed = false;
  const onPress = () => (isPressed = true);
  const onRelease = () => (isPressed = false);
  const onFocus = (event: FocusEvent) => {
    if (isPressed || event.target !== editor.getRootElement()) return;
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
  window.addEventListener('pointerup', onRelease, true);
  window.addEventListener('pointercancel', onRelease, true);
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onPress, true);
      previous?.removeEventListener('focus', onFocus);
      root?.addEventListener('pointerdown', onPress, true);
      root?.addEventListener('focus', onFocus);
    }),
    () => {
      window.removeEventListener('pointerup', onRelease, true);
      window.removeEventListener('pointercancel', onRelease, true);
    },
  );
}
