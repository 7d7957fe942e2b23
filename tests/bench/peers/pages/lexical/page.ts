import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, HISTORY_MERGE_TAG } from 'lexical';
import { host, paragraphs } from '../host.ts';

// Lexical as it comes: rich text and history, no React, nothing kept anywhere.
const box = document.createElement('div');
box.contentEditable = 'true';
host.append(box);
const editor = createEditor({
  namespace: 'bench',
  onError(error) {
    throw error;
  },
});
editor.setRootElement(box);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 1000);
editor.update(
  () => {
    const root = $getRoot().clear();
    for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)));
  },
  { tag: HISTORY_MERGE_TAG },
);
