import { $getRoot, $getSelection, $isNodeSelection, $isRangeSelection, $isRootNode, type LexicalNode } from 'lexical';
import type { BlockId } from '../../../shared/story/ids.ts';
import { $getBlockId } from './blockState.ts';

/** The block of the story a node lies in, itself included; null for the root and for what is not attached. */
export function $blockAround(node: LexicalNode): LexicalNode | null {
  for (let at: LexicalNode | null = node; at;) {
    const parent: LexicalNode | null = at.getParent();
    if ($isRootNode(parent)) return at;
    at = parent;
  }
  return null;
}

/** The block the caret is in, or that is selected as a whole; null if there is none. */
export function $caretBlock(): LexicalNode | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return $blockAround(selection.anchor.getNode());
  const [selected] = $isNodeSelection(selection) ? selection.getNodes() : [];
  return selected ? $blockAround(selected) : null;
}

/** The block with this id, or null. */
export function $findBlock(id: BlockId): LexicalNode | null {
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    if ($getBlockId(node) === id) return node;
  }
  return null;
}
