import { $createNodeSelection, $setSelection, type LexicalNode } from 'lexical';

/** Selects a whole block, so that the next key deletes it or moves past it. */
export function $selectBlock(block: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(block.getKey());
  $setSelection(selection);
}
