import { diffIndices } from 'node-diff3';

/** A stretch of what both sides began with, and what became of it on each. */
export interface Stretch {
  readonly was: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly isChanged: boolean;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly string[];
}

type Group = Record<'ours' | 'theirs', Change[]>;

/**
 * What two sides made of the same tokens, stretch by stretch: changes of both sides are in one stretch only where they overlap,
 * or where both put something in at one place; neighbours are not. No token may be the name of a property of objects.
 */
export function stretches(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Stretch[] {
  const mine = changes(base, ours);
  const their = changes(base, theirs);
  const found: Stretch[] = [];
  const keep = (from: number, to: number): void => {
    const was = base.slice(from, to);
    if (was.length > 0) found.push({ was, ours: was, theirs: was, isChanged: false });
  };
  let at = 0;
  while (mine.length > 0 || their.length > 0) {
    const from = Math.min(mine[0]?.from ?? Infinity, their[0]?.from ?? Infinity);
    let to = from;
    const group: Group = { ours: [], theirs: [] };
    const take = (list: Change[], into: Change[]): boolean => {
      const [next] = list;
      // Neighbours do not overlap; what both put in at one place does.
      const isIn = next && (next.from < to || (next.from === from && (to === from || next.to === from)));
      if (!isIn) return false;
      into.push(next);
      list.shift();
      to = Math.max(to, next.to);
      return true;
    };
    while (take(mine, group.ours) || take(their, group.theirs));
    keep(at, from);
    found.push({
      ...{ was: base.slice(from, to), isChanged: true },
      ours: applied(base, from, to, group.ours),
      theirs: applied(base, from, to, group.theirs),
    });
    at = to;
  }
  keep(at, base.length);
  return found;
}

/** Whether two runs of tokens are the same. */
export function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, index) => token === other[index]);
}

function changes(base: readonly string[], side: readonly string[]): Change[] {
  return diffIndices([...base], [...side]).map(({ buffer1: [from, length], buffer2Content }) => ({
    ...{ from, to: from + length, tokens: buffer2Content },
  }));
}

/** A stretch of the base with the changes of one side in it. */
function applied(ids: readonly string[], from: number, to: number, list: readonly Change[]): string[] {
  const result: string[] = [];
  let at = from;
  for (const change of list) {
    result.push(...ids.slice(at, change.from), ...change.tokens);
    at = change.to;
  }
  return [...result, ...ids.slice(at, to)];
}
