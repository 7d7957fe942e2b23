import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $isElementNode,
  $isNodeSelection,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $getBlockLanguage } from '../model/blockState.ts';
import { BLOCK_NODES } from '../nodes/blockNodes.ts';

/** Shows on the page what the model says of whole blocks: their own language, and that one is selected. Answers its undo. */
export function registerBlockLooks(editor: LexicalEditor): () => void {
  return mergeRegister(
    ...BLOCK_NODES.map((klass) =>
      editor.registerMutationListener(klass, (mutations) => {
        editor.getEditorState().read(() => {
          for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $markLanguage(editor, key);
        });
      }),
    ),
    markSelected(editor),
    markLength(editor),
  );
}

/** From this many blocks on it pays to leave out what is not on the screen; below, keeping track of it costs more. */
const LONG = 400;

function markLength(editor: LexicalEditor): () => void {
  let wasLong = false;
  const mark = (state: EditorState) => {
    const root = state._nodeMap.get('root');
    const isLong = $isElementNode(root) && root.__size >= LONG;
    if (isLong === wasLong) return;
    wasLong = isLong;
    editor.getRootElement()?.classList.toggle('is-long', isLong);
  };
  mark(editor.getEditorState());
  return editor.registerUpdateListener(({ editorState }) => mark(editorState));
}

function $markLanguage(editor: LexicalEditor, key: NodeKey): void {
  const node = $getNodeByKey(key);
  const element = node && editor.getElementByKey(key);
  if (!element) return;
  const language = $getBlockLanguage(node);
  if (language !== null) element.lang = language;
  else if (element.lang !== '') element.removeAttribute('lang');
}

function markSelected(editor: LexicalEditor): () => void {
  let marked: readonly NodeKey[] = [];
  return editor.registerUpdateListener(({ editorState }) => {
    const selection = editorState._selection;
    const selected = $isNodeSelection(selection) ? [...selection._nodes] : [];
    if (selected.length === 0 && marked.length === 0) return;
    for (const key of marked) editor.getElementByKey(key)?.removeAttribute('data-selected');
    for (const key of selected) editor.getElementByKey(key)?.setAttribute('data-selected', 'true');
    marked = selected;
  });
}
