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
  // Most changes are one word of many: what is the same before and behind it need not be searched, or even taken apart.
  const start = sharedStart(before, after);
  const end = sharedEnd(before.slice(start), after.slice(start));
  const wordsOf = (text: string) => text.slice(start, text.length - end).match(WORD) ?? [];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const [oldAt, nowAt] = [offsets(old, start), offsets(now, start)];
  // A word may be the name of a property of objects, which the package's table of words does not stand.
  const keyed = (words: readonly string[]) => words.map((word) => `.${word}`);
  return diffIndices(keyed(old), keyed(now)).map(({ buffer1: [at, length], buffer2: [newAt, newLength] }) => {
    const [newFrom = 0, newTo = 0] = [nowAt[newAt], nowAt[newAt + newLength]];
    const [from = 0, to = 0] = [oldAt[at], oldAt[at + length]];
    return { from, to, newFrom, newTo, words: after.slice(newFrom, newTo) };
  });
}

/** How far two texts begin alike, to before a space, which no word goes across. */
function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  while (at > 0 && !(isSpace(one[at]) && isSpace(other[at]) && !isSpace(one[at - 1]))) at -= 1;
  return at;
}

/** How far two texts end alike, to behind a space. */
function sharedEnd(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  let length = 0;
  while (length < least && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  const isEdge = (text: string) => isSpace(text.at(-1 - length)) && !isSpace(text.at(-length));
  while (length > 0 && !(isEdge(one) && isEdge(other))) length -= 1;
  return length;
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /\s/u.test(letter);
}

/** Where each word begins, and the end of the last. */
function offsets(words: readonly string[], start: number): number[] {
  const places = [start];
  let at = start;
  for (const word of words) places.push((at += word.length));
  return places;
}
