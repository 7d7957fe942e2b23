import { alignKeys } from './alignKeys.ts';
import { WordBag } from './WordBag.ts';

/** The places of a piece in both versions; null where only the other has it. */
export interface Pair {
  readonly before: number | null;
  readonly after: number | null;
}

const ALIKE = 0.4;
/** How far ahead a piece is looked for. */
const AHEAD = 20;

/**
 * Items, rows or cells of two versions beside each other, in their order: those that are the same first, then between them
 * those that stand for each other or are alike.
 */
export function pairTexts(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [oldAt, nowAt] = [0, 0];
  for (const match of [...alignKeys(before, after), { before: before.length, after: after.length }]) {
    pairs.push(...pairGap(before, after, [oldAt, match.before], [nowAt, match.after]));
    if (match.before < before.length) pairs.push(match);
    oldAt = match.before + 1;
    nowAt = match.after + 1;
  }
  return pairs;
}

type Range = readonly [from: number, to: number];

function pairGap(before: readonly string[], after: readonly string[], old: Range, now: Range): Pair[] {
  const pairs: Pair[] = [];
  const isLevel = old[1] - old[0] === now[1] - now[0];
  const bags = new Map<string, WordBag>();
  const bagOf = (text = '') => {
    const bag = bags.get(text) ?? WordBag.of(text);
    bags.set(text, bag);
    return bag;
  };
  let nowAt = now[0];
  for (let oldAt = old[0]; oldAt < old[1]; oldAt += 1) {
    const partner = isLevel
      ? nowAt
      : range(nowAt, Math.min(now[1], nowAt + AHEAD)).find(
          (place) => bagOf(before[oldAt]).likeness(bagOf(after[place])) >= ALIKE,
        );
    if (partner === undefined) {
      pairs.push({ before: oldAt, after: null });
      continue;
    }
    for (; nowAt < partner; nowAt += 1) pairs.push({ before: null, after: nowAt });
    pairs.push({ before: oldAt, after: partner });
    nowAt = partner + 1;
  }
  for (; nowAt < now[1]; nowAt += 1) pairs.push({ before: null, after: nowAt });
  return pairs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_one, index) => from + index);
}
