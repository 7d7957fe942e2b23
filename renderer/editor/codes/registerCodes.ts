import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { TypedCode } from '../../../shared/codes/CodeList.ts';

/** The words up to the caret where they end in a backslash; read without ceremony at each key. */
function typedText(state: EditorState): { key: NodeKey; length: number; before: string } | null {
  const selection = state._selection;
  if (!$isRangeSelection(selection) || selection.anchor.type !== 'text') return null;
  const { key, offset } = selection.anchor;
  const node = state._nodeMap.get(key);
  if (!$isTextNode(node) || selection.focus.key !== key || selection.focus.offset !== offset) return null;
  if (node.__text[offset - 1] !== '\\') return null;
  return { key, length: node.__text.length, before: node.__text.slice(0, offset) };
}

function $replace(find: (before: string) => TypedCode | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code')) return;
  const { offset } = selection.anchor;
  const typed = find(node.getTextContent().slice(0, offset));
  if (typed) node.spliceText(typed.start, offset - typed.start, typed.text, true);
}

/**
 * Codes as photographers type them: when the second backslash of `\may1\` is typed, what it stands for takes its place, in
 * the body as in captions and credits. One undo gives back the code. `find` knows the codes. Answers its undo.
 */
export function registerCodes(editor: LexicalEditor, find: (before: string) => TypedCode | null): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
    const text = typedText(editorState);
    if (text === null || !dirtyLeaves.has(text.key) || editor.isComposing()) return;
    if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
    // Only a backslash that was typed just now: the text grew by one, or an input method put words in.
    const before = prevEditorState._nodeMap.get(text.key);
    const grown = text.length - ($isTextNode(before) ? before.__text.length : 0);
    if ((grown !== 1 && !tags.has(COMPOSITION_END_TAG)) || find(text.before) === null) return;
    editor.update(() => $replace(find), { tag: HISTORY_PUSH_TAG });
  });
}
