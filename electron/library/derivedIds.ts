import { createHash } from 'node:crypto';
import type { Block } from '../../shared/story/block.ts';
import type { BlockId, RevisionId, StepId, StoryId } from '../../shared/story/ids.ts';

const IDS = 36n ** 12n;

/**
 * The ids a story's blocks are given when it is taken in: a series that begins with the story's own id. They are as little like
 * those of any other story as ids drawn by lot, but whoever knows the story's id need not be told them, so that they weigh nothing
 * in a letter. Letters are read by this: it never changes.
 */
export function seriesBlockId(storyId: StoryId, place: number): BlockId {
  return nameOf(`${storyId}/${place}`) as BlockId;
}

/** The id of the step by which a revision is handed over, which need not be told either. */
export function revisionStepId(revisionId: RevisionId): StepId {
  return nameOf(revisionId) as StepId;
}

function nameOf(seed: string): string {
  const hash = createHash('sha256').update(seed).digest();
  return (hash.readBigUInt64BE() % IDS).toString(36).padStart(12, '0');
}

/** These blocks, which no story had before, with the ids of a story's series, and which id each has now. */
export function inSeries(
  blocks: readonly Block[],
  storyId: StoryId,
): { readonly blocks: Block[]; readonly idOf: (before: BlockId) => BlockId } {
  const ids = new Map(blocks.map(({ id }, place) => [id, seriesBlockId(storyId, place)]));
  const idOf = (before: BlockId) => ids.get(before) ?? before;
  const named = blocks.map((block) => {
    const id = idOf(block.id);
    if (block.type !== 'pullQuote' || !block.source) return { ...block, id };
    return { ...block, id, source: { ...block.source, blockId: idOf(block.source.blockId) } };
  });
  return { blocks: named, idOf };
}
