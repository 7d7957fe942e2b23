import { $getRoot, type LexicalNode } from 'lexical';
import { $joinGallery } from '../model/galleries.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $selectedBlocks } from './selectedBlocks.ts';

/**
 * Moves these neighbouring blocks before `target`, or to the end when it is null. Ids and selection go with them; a picture
 * that comes to stand in a gallery joins it, one put to its end only with `joined`, a picture of it.
 */
export function $moveBlocksBefore(
  blocks: readonly LexicalNode[],
  target: LexicalNode | null,
  joined: LexicalNode | null = null,
): void {
  const stays = blocks.some((block) => block.is(target));
  for (const block of stays ? [] : blocks) {
    if (target) target.insertBefore(block, false);
    else $getRoot().append(block);
  }
  $joinGallery(blocks, $isFigureNode(joined) ? joined : null);
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
    if (!after) return;
    first.insertBefore(after, false);
    $joinGallery(blocks);
  }
}
