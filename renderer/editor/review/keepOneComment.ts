import { blockWithoutComments } from '../../../shared/review/commentMark.ts';
import type { Block } from '../../../shared/story/block.ts';
import { $threadsOnPage } from './threadNodes.ts';

/**
 * Blocks to be pasted, without the marks of threads that stand in the story already: a copy is not commented, what was cut is.
 * From another story no marks come along: its threads are not here.
 */
export function $keepOneComment(blocks: readonly Block[], isFromHere: boolean): Block[] {
  const here = $threadsOnPage();
  return blocks.map((block) => blockWithoutComments(block, (id) => isFromHere && !here.has(id)));
}
