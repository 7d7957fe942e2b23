import {
  $isTextNode,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import type { TypedCode } from '../../../shared/codes/CodeList.ts';
import { $typed, typedText } from '../model/typedText.ts';

function $replace(find: (before: string) => TypedCode | null): void {
  const caret = $typed();
  const typed = caret && find(caret.before);
  if (typed) caret.node.spliceText(typed.start, caret.offset - typed.start, typed.text, true);
}

/**
 * Codes as photographers type them: when the second backslash of `\may1\` is typed, what it stands for takes its place, in
 * the body as in captions and credits. One undo gives back the code. `find` knows the codes. Answers its undo.
 */
export function registerCodes(editor: LexicalEditor, find: (before: string) => TypedCode | null): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
    const text = typedText(editorState, (last) => last === '\\');
    if (text === null || !dirtyLeaves.has(text.key) || editor.isComposing()) return;
    if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
    // Only a backslash that was typed just now: the text grew by one, or an input method put words in.
    const before = prevEditorState._nodeMap.get(text.key);
    const grown = text.length - ($isTextNode(before) ? before.__text.length : 0);
    if ((grown !== 1 && !tags.has(COMPOSITION_END_TAG)) || find(text.before) === null) return;
    editor.update(() => $replace(find), { tag: HISTORY_PUSH_TAG });
  });
}
