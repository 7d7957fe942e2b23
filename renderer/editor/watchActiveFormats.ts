import { $getSelection, type LexicalEditor } from 'lexical';
import type { ActionId } from '../../shared/actions/actions.ts';
import { $readActiveActions } from './toolbar/activeActions.ts';

/** Calls back with what is on at the caret, whenever that is something else than before. Answers its undo. */
export function watchActiveFormats(editor: LexicalEditor, listener: (active: readonly ActionId[]) => void): () => void {
  let last = '';
  return editor.registerUpdateListener(({ editorState }) => {
    const active = editorState.read(() => $readActiveActions($getSelection()));
    const now = active.join();
    if (now === last) return;
    last = now;
    listener(active);
  });
}
