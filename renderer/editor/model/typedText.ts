import { $getSelection, $isRangeSelection, $isTextNode, type EditorState, type NodeKey, type TextNode } from 'lexical';

/** The words up to the caret, if they end in a character that `closes` something; read without ceremony at each key. */
export function typedText(
  state: EditorState,
  closes: (last: string) => boolean,
): { key: NodeKey; length: number; before: string } | null {
  const selection = state._selection;
  if (!$isRangeSelection(selection) || selection.anchor.type !== 'text') return null;
  const { key, offset } = selection.anchor;
  const node = state._nodeMap.get(key);
  if (!$isTextNode(node) || selection.focus.key !== key || selection.focus.offset !== offset) return null;
  if (!closes(node.__text[offset - 1] ?? '')) return null;
  return { key, length: node.__text.length, before: node.__text.slice(0, offset) };
}

/** Where the caret is in plain words. */
export interface Typed {
  readonly node: TextNode;
  readonly offset: number;
  readonly before: string;
}

/** The caret in plain words, for what was typed there to be changed. */
export function $typed(): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code')) return null;
  const { offset } = selection.anchor;
  return { node, offset, before: node.getTextContent().slice(0, offset) };
}
