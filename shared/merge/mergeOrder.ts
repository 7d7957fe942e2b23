import { longestRun } from './longestRun.ts';

/**
 * The order of the blocks that live on (`alive`), by their ids: what neither side moved stands as it stood; what a side moved or put in
 * stands behind the block it stands behind there. What both moved stands where the first side put it; what both put in at
 * one place stands one side after the other.
 */
export function mergeOrder<Id extends string>(
  base: readonly Id[],
  one: readonly Id[],
  other: readonly Id[],
  alive: ReadonlySet<Id>,
): Id[] {
  const [movedByOne, movedByOther] = [moved(base, one), moved(base, other)];
  const known = new Set(base);
  const [mine, theirs] = [new Set(one), new Set(other)];
  const isStable = (id: Id): boolean => known.has(id) && !movedByOne.has(id) && !movedByOther.has(id);
  const isOnes = (id: Id): boolean => (known.has(id) ? movedByOne.has(id) : mine.has(id));
  const isOthers = (id: Id): boolean => !isOnes(id) && (known.has(id) ? movedByOther.has(id) : theirs.has(id));
  const behind = (side: readonly Id[], isIts: (id: Id) => boolean): Map<Id | null, Id[]> => {
    const runs = new Map<Id | null, Id[]>();
    let anchor: Id | null = null;
    for (const id of side) {
      if (!alive.has(id)) continue;
      if (isStable(id)) anchor = id;
      else if (isIts(id)) runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
    }
    return runs;
  };
  const [ones, others] = [behind(one, isOnes), behind(other, isOthers)];
  const place = (anchor: Id | null): Id[] => [...(ones.get(anchor) ?? []), ...(others.get(anchor) ?? [])];
  return [...place(null), ...base.filter((id) => alive.has(id) && isStable(id)).flatMap((id) => [id, ...place(id)])];
}

/** What of the base stands at another place there. */
export function moved<Id extends string>(base: readonly Id[], side: readonly Id[]): Set<Id> {
  const places = new Map(base.map((id, place) => [id, place]));
  const common = side.filter((id) => places.has(id));
  const run = longestRun(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_id, place) => !run.has(place)));
}
