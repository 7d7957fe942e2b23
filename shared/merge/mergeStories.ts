import { canonicalJson } from '../story/canonicalJson.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import { blankReview, isBlankReview, type Conflict } from '../story/review.ts';
import type { Story } from '../story/story.ts';
import { alignCuts, type ThreeBodies } from './alignCuts.ts';
import { mergeBlock } from './mergeBlock.ts';
import { MergeContext } from './MergeContext.ts';
import { mergeFields } from './mergeFields.ts';
import { mergeOrder } from './mergeOrder.ts';
import { byId, mergeReview } from './mergeReview.ts';
import { same } from './threeWay.ts';
import { mergeLayers } from '../suggestions/mergeLayers.ts';

/** What of a story is merged. */
export type MergedContent = Pick<Story, 'fields' | 'blocks' | 'review' | 'suggestions'>;

/** A side of a merge, and whose it is. */
export interface MergeSide {
  readonly by: string;
  readonly content: MergedContent;
}

export interface MergedStory {
  readonly content: MergedContent;
  /** What both changed, differently, in this merge: also in `content.review.conflicts`, with those open from before. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Three-way merge of two versions of a story that began as `base` (issue 5): blocks by their ids, words inside a block by sentence, their
 * order, fields, each part of a figure, threads and steps, and what is proposed. What both changed differently becomes a conflict, and
 * nothing of either side is lost. Which side is given first plays no part; `at` is when it is done (ISO 8601, UTC).
 */
export function mergeStories(base: MergedContent, mine: MergeSide, theirs: MergeSide, at: string): MergedStory {
  const key = ({ content, by }: MergeSide) => {
    const { fields, blocks, review = null, suggestions = [] } = content;
    return canonicalJson({ fields, blocks, review, suggestions, by });
  };
  const [one, other] = key(mine) <= key(theirs) ? [mine, theirs] : [theirs, mine];
  const reviews = [one.content, other.content].map(({ review }) => review ?? blankReview());
  const [ours = blankReview(), theirReview = blankReview()] = reviews;
  const taken = new Set(reviews.flatMap(({ conflicts }) => conflicts.map(({ id }) => id)));
  const context = new MergeContext({ one: one.by, other: other.by }, at, taken);
  const bodies = { base: base.blocks, one: one.content.blocks, other: other.content.blocks };
  const blocks = mergeBlocks(alignCuts(bodies), context);
  const review = mergeReview(ours, theirReview);
  const fields = mergeFields(base.fields, one.content.fields, other.content.fields, review.steps, context);
  const merged = { ...review, conflicts: byId([...review.conflicts, ...context.conflicts]) };
  const layers = mergeLayers(base, one.content, other.content, { fields, blocks });
  return {
    content: {
      ...{ fields, blocks },
      ...(!isBlankReview(merged) && { review: merged }),
      ...(layers.length > 0 && { suggestions: layers }),
    },
    conflicts: context.conflicts,
  };
}

function mergeBlocks({ base, one, other }: ThreeBodies, context: MergeContext): Block[] {
  const named = (blocks: readonly Block[]) => new Map(blocks.map((block) => [block.id, block]));
  const [was, mine, theirs] = [named(base), named(one), named(other)];
  const merged = new Map<BlockId, readonly Block[]>();
  const taken = new Set([...was.keys(), ...mine.keys(), ...theirs.keys()]);
  for (const id of [...mine.keys(), ...theirs.keys()]) {
    if (merged.has(id)) continue;
    const [before = null, my, their] = [was.get(id), mine.get(id), theirs.get(id)];
    if (my && their) {
      const block = mergeBlock(before, my, their, context);
      merged.set(id, block ? [block] : bothBlocks(my, their, taken, context));
    } else {
      const left = my ?? their;
      if (left && !(before && isUntouched(before, left))) merged.set(id, [left]);
      if (left && before && !isUntouched(before, left)) noteRemoved(before, my !== undefined, context);
    }
  }
  const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id);
  const order = mergeOrder(ids(base), ids(one), ids(other), new Set(merged.keys()));
  return order.flatMap((id) => merged.get(id) ?? []);
}

/** Whether nothing of a block is lost with it that was there before; a mark on its words, as a thread's, is no change. */
function isUntouched(before: Block, now: Block): boolean {
  if (same(before, now)) return true;
  const hasParts = now.type === 'figure' || now.type === 'pullQuote' || now.type === 'table';
  return !hasParts && before.type === now.type && blockText(before) === blockText(now);
}

function bothBlocks(one: Block, other: Block, taken: Set<string>, context: MergeContext): Block[] {
  let otherId = one.id;
  for (let number = 2; taken.has(otherId); number += 1) otherId = `${one.id.slice(0, 56)}-${number}` as BlockId;
  taken.add(otherId);
  const { names, at, newId, conflicts } = context;
  conflicts.push({
    ...{ id: newId(`${one.id}.block`), at, settled: null, kind: 'block', blockId: one.id, otherId },
    sides: [{ by: names.one }, { by: names.other }],
  });
  return [one, { ...other, id: otherId }];
}

function noteRemoved(base: Block, isByOther: boolean, { names, at, newId, conflicts }: MergeContext): void {
  const [removedBy, changedBy] = isByOther ? [names.other, names.one] : [names.one, names.other];
  conflicts.push({
    id: newId(`${base.id}.removed`),
    at,
    settled: null,
    kind: 'removed',
    blockId: base.id,
    removedBy,
    changedBy,
    base,
  });
}
