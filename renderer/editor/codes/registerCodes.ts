import {
  $isTextNode,
  COMPOSITION_END_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import type { TypedCode } from '../../../shared/codes/CodeList.ts';
import type { TemplateFacts } from '../../../shared/codes/fillTemplate.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import { $typed, typedText } from '../model/typedText.ts';
import { $fillCode } from './fillCode.ts';

/** Who knows the codes, and what a stored picture says of itself in the story's language. */
export interface KnownCodes {
  readonly find: (before: string) => TypedCode | null;
  readonly $facts: (picture: AssetId) => TemplateFacts;
}

function $replace({ find, $facts }: KnownCodes): void {
  const at = $typed();
  const typed = at && find(at.before);
  if (!typed) return;
  const { text, caret } = $fillCode(typed.text, at.node, $facts);
  const node = at.node.spliceText(typed.start, at.offset - typed.start, text, true);
  node.select(typed.start + caret, typed.start + caret);
}

/**
 * Codes as photographers type them: when the second backslash of `\may1\` is typed, what it stands for takes its place, in
 * the body as in captions and credits, where a template is filled by the picture. One undo gives back the code. Answers its
 * undo.
 */
export function registerCodes(editor: LexicalEditor, codes: KnownCodes): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
    const text = typedText(editorState, (last) => last === '\\');
    if (text === null || !dirtyLeaves.has(text.key) || editor.isComposing()) return;
    if (tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
    // Only a backslash that was typed just now: the text grew by one, or an input method put words in.
    const before = prevEditorState._nodeMap.get(text.key);
    const grown = text.length - ($isTextNode(before) ? before.__text.length : 0);
    if ((grown !== 1 && !tags.has(COMPOSITION_END_TAG)) || codes.find(text.before) === null) return;
    editor.update(() => $replace(codes), { tag: HISTORY_PUSH_TAG });
  });
}
