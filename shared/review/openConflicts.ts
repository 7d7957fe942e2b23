import type { Block } from '../story/block.ts';
import { toLetters } from '../merge/letters.ts';
import { blockInlines } from '../story/blockInlines.ts';
import type { Conflict } from '../story/review.ts';
import type { Story } from '../story/story.ts';

/** The mark under which the words of a side (1 or 2) of a conflict stand in the text. */
export function conflictMark(id: string, side: 1 | 2): string {
  return `conflict:${id}.${side}`;
}

/**
 * What is still to be decided in a story. Of words both versions must still stand in the text: who takes one out by hand has
 * decided. A block that is gone has nothing to decide.
 */
export function openConflicts({ blocks, review }: Pick<Story, 'blocks' | 'review'>): Conflict[] {
  const unsettled = (review?.conflicts ?? []).filter(({ settled }) => !settled);
  if (unsettled.length === 0) return [];
  const ids = new Set<string>(blocks.map(({ id }) => id));
  const marks = new Set(blocks.flatMap(marksOf));
  return unsettled.filter((conflict) => {
    if (conflict.kind === 'field') return true;
    if (conflict.kind === 'words')
      return conflict.sides.every(
        ({ words }, place) => words === '' || marks.has(conflictMark(conflict.id, place === 0 ? 1 : 2)),
      );
    return ids.has(conflict.blockId) && (conflict.kind !== 'block' || ids.has(conflict.otherId));
  });
}

/** Every mark on the words of a block. */
function marksOf(block: Block): string[] {
  return toLetters(blockInlines(block)).dress.flatMap(({ marks }) => marks);
}
