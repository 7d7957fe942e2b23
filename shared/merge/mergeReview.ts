import type { Conflict, Review, ReviewNote, Step, Thread } from '../story/review.ts';
import { same } from './threeWay.ts';

/**
 * Threads, notes, steps and conflicts of both sides: nothing of a review is ever deleted, so no common beginning is needed.
 * Of what both have, the words written last stand, and what was decided last holds.
 */
export function mergeReview(one: Review, other: Review): Review {
  return {
    threads: byTime(mergeList(one.threads, other.threads, mergeThread), begun),
    steps: byTime(mergeList(one.steps, other.steps, mergeStep), ({ at }) => at),
    conflicts: byId(mergeList(one.conflicts, other.conflicts, mergeConflict)),
  };
}

/** In the order of their names, so that two merges have one order. */
export function byId(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function begun({ notes }: Thread): string {
  return notes[0]?.at ?? '';
}

/** In the order they were made, and of those made at once by their names. */
function byTime<Item extends { readonly id: string }>(items: readonly Item[], at: (item: Item) => string): Item[] {
  const key = (item: Item) => `${at(item)} ${item.id}`;
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

function mergeList<Item extends { readonly id: string }>(
  one: readonly Item[],
  other: readonly Item[],
  mergeItem: (one: Item, other: Item) => Item,
): Item[] {
  const theirs = new Map(other.map((item) => [item.id, item]));
  const merged = one.map((item) => {
    const their = theirs.get(item.id);
    theirs.delete(item.id);
    return their && !same(item, their) ? mergeItem(item, their) : item;
  });
  return [...merged, ...theirs.values()];
}

function mergeThread(one: Thread, other: Thread): Thread {
  return {
    ...{ id: one.id, about: one.about },
    notes: byTime(mergeList(one.notes, other.notes, mergeNote), ({ at }) => at),
    state: (one.state?.at ?? '') >= (other.state?.at ?? '') ? one.state : other.state,
  };
}

function mergeNote(one: ReviewNote, other: ReviewNote): ReviewNote {
  return (one.editedAt ?? one.at) >= (other.editedAt ?? other.at) ? one : other;
}

/** Steps are never changed; should two differ under one name, one of them always wins. */
function mergeStep(one: Step, other: Step): Step {
  return one.at >= other.at ? one : other;
}

function mergeConflict(one: Conflict, other: Conflict): Conflict {
  if (!one.settled || !other.settled) return one.settled ? one : other;
  return one.settled.at <= other.settled.at ? one : other;
}
