import { $getRoot, type LexicalNode } from 'lexical';
import { $selectedBlocks } from './selectedBlocks.ts';

/** Moves these neighbouring blocks before `target`, or to the end when it is null. Ids and selection go with them. */
export function $moveBlocksBefore(blocks: readonly LexicalNode[], target: LexicalNode | null): void {
  if (target !== null && blocks.some((block) => block.is(target))) return;
  for (const block of blocks) {
    if (target) target.insertBefore(block, false);
    else $getRoot().append(block);
  }
}

/** Moves the selected blocks one place up or down; nothing happens at the story's edge. */
export function $moveSelectedBlocks(by: -1 | 1): void {
  const blocks = $selectedBlocks();
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return;
  if (by < 0) {
    const before = first.getPreviousSibling();
    if (before) $moveBlocksBefore(blocks, before);
  } else {
    const after = last.getNextSibling();
    // The neighbour goes round the selection, not the selection round the neighbour: one node moves instead of many.
    if (after) first.insertBefore(after, false);
  }
}
