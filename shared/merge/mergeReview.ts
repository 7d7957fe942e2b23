import type { Conflict, Review, ReviewNote, Step, Thread } from '../story/review.ts';
import { pick, same } from './threeWay.ts';

/**
 * Threads, notes and steps of both sides. What one side took out and the other left alone is gone; what one took out and
 * the other went on with stays. Of a note both changed, the words written last stand. Conflicts that a side settled are settled.
 */
export function mergeReview(base: Review, one: Review, other: Review): Review {
  return {
    threads: byTime(mergeList(base.threads, one.threads, other.threads, mergeThread), begun),
    steps: byTime(mergeList(base.steps, one.steps, other.steps, newest), ({ at }) => at),
    conflicts: mergeConflicts(base.conflicts, one.conflicts, other.conflicts),
  };
}

function begun({ notes }: Thread): string {
  return notes[0]?.at ?? '';
}

/** In the order they were made, and of those made at once by their names, so that both sides get one order. */
function byTime<Item extends { readonly id: string }>(items: readonly Item[], at: (item: Item) => string): Item[] {
  const key = (item: Item) => `${at(item)} ${item.id}`;
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

function mergeList<Item extends { readonly id: string }>(
  base: readonly Item[],
  one: readonly Item[],
  other: readonly Item[],
  mergeOne: (base: Item | null, one: Item, other: Item) => Item,
): Item[] {
  const find = (list: readonly Item[], id: string) => list.find((item) => item.id === id) ?? null;
  const ids = new Set([...one, ...other].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [was, mine, theirs] = [find(base, id), find(one, id), find(other, id)];
    if (mine && theirs) return mergeOne(was, mine, theirs);
    const left = mine ?? theirs;
    return left && (!was || !same(was, left)) ? left : [];
  });
}

function mergeThread(base: Thread | null, one: Thread, other: Thread): Thread {
  const notes = mergeList(base?.notes ?? [], one.notes, other.notes, mergeNote);
  const { value, isClash } = pick(base?.resolved ?? null, one.resolved, other.resolved);
  const last = (one.resolved?.at ?? '') > (other.resolved?.at ?? '') ? one.resolved : other.resolved;
  const { value: about } = pick(base?.about ?? null, one.about, other.about);
  return {
    ...{ id: one.id, about: about ?? one.about },
    notes: byTime(notes.length > 0 ? notes : one.notes, ({ at }) => at),
    resolved: isClash ? last : value,
  };
}

function mergeNote(base: ReviewNote | null, one: ReviewNote, other: ReviewNote): ReviewNote {
  const { value, isClash } = pick(base, one, other);
  if (!isClash && value) return value;
  return (one.editedAt ?? one.at) >= (other.editedAt ?? other.at) ? one : other;
}

/** Steps are never changed; should two differ under one name, it is the same one on both sides. */
function newest(_base: Step | null, one: Step, other: Step): Step {
  return one.at >= other.at ? one : other;
}

function mergeConflicts(base: readonly Conflict[], one: readonly Conflict[], other: readonly Conflict[]): Conflict[] {
  const has = (list: readonly Conflict[], { id }: Conflict) => list.some((conflict) => conflict.id === id);
  const isSettled = (conflict: Conflict) => has(base, conflict) && !(has(one, conflict) && has(other, conflict));
  const all = [...one, ...other.filter((conflict) => !has(one, conflict))];
  return inOrder(all.filter((conflict) => !isSettled(conflict)));
}

/** Conflicts in the order of their names, so that two merges have one order. */
export function inOrder(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
