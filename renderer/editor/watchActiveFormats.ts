import { $getSelection, $isRangeSelection, type BaseSelection, type LexicalEditor } from 'lexical';
import type { ActionId } from '../../shared/actions/actions.ts';
import { $readActiveActions } from './toolbar/activeActions.ts';

/** Where the caret is and what it would type: while this stays the same, so does what is on. */
function signature(selection: BaseSelection | null): string {
  if (!$isRangeSelection(selection)) return '';
  const { anchor, focus, format } = selection;
  return `${anchor.key} ${focus.key} ${format} ${anchor.offset === focus.offset}`;
}

/** Calls back with what is on at the caret, whenever that is something else than before. Answers its undo. */
export function watchActiveFormats(editor: LexicalEditor, listener: (active: readonly ActionId[]) => void): () => void {
  let signed: string | null = null;
  let last = '';
  return editor.registerUpdateListener(({ editorState, dirtyElements }) => {
    const sign = signature(editorState._selection);
    // An ordinary key changes one text and no element.
    const isOnlyText = [...dirtyElements.values()].every((isIntended) => !isIntended);
    if (sign === signed && isOnlyText && dirtyElements.size > 0) return;
    signed = sign;
    const active = editorState.read(() => $readActiveActions($getSelection()));
    const now = active.join();
    if (now === last) return;
    last = now;
    listener(active);
  });
}
