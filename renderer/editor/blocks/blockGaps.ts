import { $getNearestNodeFromDOMNode, type LexicalEditor, type NodeKey } from 'lexical';

/** A place between two blocks, as the block beside it, and where it is in the window. */
export interface BlockGap {
  readonly key: NodeKey;
  readonly side: 'before' | 'after';
  /** Pixels from the window's top. */
  readonly y: number;
}

/** The block drawn at this height, or the nearest one above it, or the first. */
export function blockAtHeight(editor: LexicalEditor, y: number): Element | null {
  const blocks = editor.getRootElement()?.children;
  if (!blocks) return null;
  // Blocks follow each other down the page; looking at each would lay a long story out.
  let first = 0;
  let last = blocks.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= y) first = middle;
    else last = middle - 1;
  }
  return blocks[first] ?? null;
}

/** The node a block's element stands for. */
export function keyOfBlock(editor: LexicalEditor, element: Element): NodeKey | null {
  return editor.read(() => $getNearestNodeFromDOMNode(element)?.getKey() ?? null);
}

/** The gap between blocks that is nearest to this height. */
export function gapAtHeight(editor: LexicalEditor, y: number): BlockGap | null {
  const element = blockAtHeight(editor, y);
  const key = element && keyOfBlock(editor, element);
  if (!element || key === null) return null;
  const { top, bottom } = element.getBoundingClientRect();
  if (y < (top + bottom) / 2) return { key, side: 'before', y: top };
  return { key, side: 'after', y: element.nextElementSibling?.getBoundingClientRect().top ?? bottom };
}
