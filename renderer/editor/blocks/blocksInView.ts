import { $getNodeByKey, type LexicalEditor, type LexicalNode } from 'lexical';
import { blockAtHeight, keyOfBlock } from './blockGaps.ts';

/** The blocks on the screen, or within `ahead` pixels of it, in their order: those far off are not even looked at. */
export function blocksInView(editor: LexicalEditor, scroller: HTMLElement | null, ahead: number): LexicalNode[] {
  const view = scroller?.getBoundingClientRect();
  const first = blockAtHeight(editor, (view?.top ?? 0) - ahead);
  const key = first && keyOfBlock(editor, first);
  if (key === null) return [];
  const bottom = (view?.bottom ?? window.innerHeight) + ahead;
  return editor.getEditorState().read(() => {
    const blocks: LexicalNode[] = [];
    for (let node: LexicalNode | null = $getNodeByKey(key); node; node = node.getNextSibling()) {
      const element = editor.getElementByKey(node.getKey());
      if (element && element.getBoundingClientRect().top > bottom) break;
      blocks.push(node);
    }
    return blocks;
  });
}
