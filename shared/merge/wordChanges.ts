import { diffIndices } from 'node-diff3';

/** A stretch of one text that is another in the other text; offsets in UTF-16 units. Either may be empty. */
export interface WordChange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
  /** What stands there now. */
  readonly words: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'\u200c-][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu;

/** How one text became the other, in whole words; in order, never touching each other. */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return [];
  const old = before.match(WORD) ?? [];
  const now = after.match(WORD) ?? [];
  const oldAt = offsets(old);
  const nowAt = offsets(now);
  // Most changes are one word of many, and what is the same before and behind it need not be searched.
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  // A word may be the name of a property of objects, which the package's table of words does not stand.
  const keyed = (words: readonly string[]) => words.slice(start, words.length - end).map((word) => `.${word}`);
  return diffIndices(keyed(old), keyed(now)).map(({ buffer1: [at, length], buffer2: [newAt, newLength] }) => {
    const [newFrom = 0, newTo = 0] = [nowAt[start + newAt], nowAt[start + newAt + newLength]];
    const [from = 0, to = 0] = [oldAt[start + at], oldAt[start + at + length]];
    return { from, to, newFrom, newTo, words: after.slice(newFrom, newTo) };
  });
}

/** Where each word begins, and the end of the last. */
function offsets(words: readonly string[]): number[] {
  const places = [0];
  for (const word of words) places.push((places.at(-1) ?? 0) + word.length);
  return places;
}
