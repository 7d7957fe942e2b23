import { mergeRegister } from '@lexical/utils';
import { $isRangeSelection, getDOMSelection, getDOMTextNode, type LexicalEditor } from 'lexical';

/** Whether the caret is drawn where the editor has it: between the same two letters. */
function isDrawn(editor: LexicalEditor): boolean {
  const selection = editor.getEditorState()._selection;
  const drawn = getDOMSelection(window);
  if (!drawn || !$isRangeSelection(selection) || editor.isComposing()) return false;
  const { anchor, focus } = selection;
  if (anchor.type !== 'text' || anchor.key !== focus.key || anchor.offset !== focus.offset) return false;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = drawn;
  if (anchorNode !== focusNode || anchorOffset !== focusOffset || anchorOffset !== anchor.offset) return false;
  const element = editor.getElementByKey(anchor.key);
  return element !== null && anchorNode !== null && getDOMTextNode(element) === anchorNode;
}

/**
 * Spares the page what it knows: after each letter the browser says that the caret moved, and Lexical makes an update of it, to
 * find the caret where its last update had put it. Only the word that follows a letter typed is kept back, and only if it says
 * nothing new. Answers its undo.
 */
export function registerQuietCaret(editor: LexicalEditor): () => void {
  let isTyped = false;
  const onInput = (event: Event) => {
    isTyped = event instanceof InputEvent && event.inputType === 'insertText';
  };
  const onSelectionChange = (event: Event) => {
    if (!isTyped || event.target !== document) return;
    isTyped = false;
    if (isDrawn(editor)) event.stopImmediatePropagation();
  };
  // Before Lexical and React, which listen to the document.
  window.addEventListener('selectionchange', onSelectionChange, true);
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('input', onInput);
      root?.addEventListener('input', onInput);
    }),
    () => window.removeEventListener('selectionchange', onSelectionChange, true),
  );
}
