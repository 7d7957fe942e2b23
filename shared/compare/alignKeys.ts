/** The same thing in two lists: where it stands in the one and in the other. */
export interface Match {
  readonly before: number;
  readonly after: number;
}

/** Up to so many keys on both sides together, the best alignment is looked for; beyond, from landmarks on. */
const SHORT = 600;
/** More differences than these between two landmarks are given as replaced: nobody reads such a comparison word by word. */
const MOST_DIFFERENCES = 400;

/**
 * What two lists have in common, in the order of both: as much as there is, where they are short or much alike. Long ones
 * that differ are aligned by what comes once in both, so that the time it takes stays within bounds.
 */
export function alignKeys(before: readonly string[], after: readonly string[]): Match[] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const aligner = new Aligner(Int32Array.from(before, numberOf), Int32Array.from(after, numberOf));
  aligner.align({ from: 0, to: before.length }, { from: 0, to: after.length });
  return aligner.matches;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

class Aligner {
  readonly matches: Match[] = [];

  constructor(
    readonly before: Int32Array,
    readonly after: Int32Array,
  ) {}

  /** Adds the matches of two ranges in order. */
  align(old: Range, now: Range): void {
    let [oldFrom, nowFrom] = [old.from, now.from];
    let [oldTo, nowTo] = [old.to, now.to];
    while (oldFrom < oldTo && nowFrom < nowTo && this.before[oldFrom] === this.after[nowFrom])
      this.matches.push({ before: oldFrom++, after: nowFrom++ });
    while (oldFrom < oldTo && nowFrom < nowTo && this.before[oldTo - 1] === this.after[nowTo - 1]) {
      oldTo -= 1;
      nowTo -= 1;
    }
    if (oldFrom < oldTo && nowFrom < nowTo)
      this.#alignMiddle({ from: oldFrom, to: oldTo }, { from: nowFrom, to: nowTo });
    for (let step = 0; oldTo + step < old.to; step += 1)
      this.matches.push({ before: oldTo + step, after: nowTo + step });
  }

  #alignMiddle(old: Range, now: Range): void {
    const length = old.to - old.from + (now.to - now.from);
    const landmarks = length > SHORT ? this.#landmarks(old, now) : [];
    if (landmarks.length === 0) {
      this.matches.push(...this.#shortest(old, now, length > SHORT ? MOST_DIFFERENCES : length));
      return;
    }
    let [oldFrom, nowFrom] = [old.from, now.from];
    for (const landmark of landmarks) {
      this.align({ from: oldFrom, to: landmark.before }, { from: nowFrom, to: landmark.after });
      this.matches.push(landmark);
      oldFrom = landmark.before + 1;
      nowFrom = landmark.after + 1;
    }
    this.align({ from: oldFrom, to: old.to }, { from: nowFrom, to: now.to });
  }

  /** What comes exactly once in either range, as many as stand in the same order. */
  #landmarks(old: Range, now: Range): Match[] {
    const oldOnes = onlyOnes(this.before, old);
    const nowOnes = onlyOnes(this.after, now);
    const shared: Match[] = [];
    for (const [key, before] of oldOnes) {
      const after = nowOnes.get(key) ?? -1;
      if (before >= 0 && after >= 0) shared.push({ before, after });
    }
    shared.sort((one, other) => one.before - other.before);
    return inOrder(
      shared.map(({ after }) => after),
      () => 1,
    ).flatMap((at) => shared[at] ?? []);
  }

  /** The longest common subsequence, after Myers; nothing where there are more differences than `most`. */
  #shortest(old: Range, now: Range, most: number): Match[] {
    const [oldLength, nowLength] = [old.to - old.from, now.to - now.from];
    const reach = new Int32Array(2 * most + 3);
    const origin = most + 1;
    const trail: Int32Array[] = [];
    for (let cost = 0; cost <= most; cost += 1) {
      trail.push(reach.slice(origin - cost - 1, origin + cost + 2));
      for (let lane = -cost; lane <= cost; lane += 2) {
        const fromAbove =
          lane === -cost || (lane !== cost && numberAt(reach, origin + lane - 1) < numberAt(reach, origin + lane + 1));
        let x = fromAbove ? numberAt(reach, origin + lane + 1) : numberAt(reach, origin + lane - 1) + 1;
        while (x < oldLength && x - lane < nowLength && this.before[old.from + x] === this.after[now.from + x - lane])
          x += 1;
        reach[origin + lane] = x;
        if (x >= oldLength && x - lane >= nowLength) return this.#walkBack(old, now, trail);
      }
    }
    return [];
  }

  /** `trail[cost]` is how far each lane reached with fewer differences, from lane `-cost - 1` on. */
  #walkBack(old: Range, now: Range, trail: readonly Int32Array[]): Match[] {
    const found: Match[] = [];
    let x = old.to - old.from;
    let y = now.to - now.from;
    for (let cost = trail.length - 1; cost >= 0; cost -= 1) {
      const reach = trail[cost] ?? new Int32Array(0);
      const lane = x - y;
      const reached = (of: number) => numberAt(reach, of + cost + 1);
      const fromAbove = lane === -cost || (lane !== cost && reached(lane - 1) < reached(lane + 1));
      const beforeLane = fromAbove ? lane + 1 : lane - 1;
      const beforeX = cost === 0 ? 0 : reached(beforeLane);
      const startX = cost === 0 ? 0 : fromAbove ? beforeX : beforeX + 1;
      while (x > startX) {
        x -= 1;
        y -= 1;
        found.push({ before: old.from + x, after: now.from + y });
      }
      x = beforeX;
      y = beforeX - beforeLane;
    }
    return found.reverse();
  }
}

function numberAt(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

/** Where each key stands in a range; -1 for what comes more than once. */
function onlyOnes(keys: Int32Array, { from, to }: Range): Map<number, number> {
  const places = new Map<number, number>();
  for (let index = from; index < to; index += 1) {
    const key = numberAt(keys, index);
    places.set(key, places.has(key) ? -1 : index);
  }
  return places;
}

/** Which places of a list to keep so that its numbers only grow, and what is kept weighs most; every weight is above zero. */
export function inOrder(numbers: readonly number[], weight: (place: number) => number): number[] {
  // best[i]: what can be kept of everything up to the i-th number by size, as a tree of maxima.
  const ranks = new Map(
    [...new Set(numbers)].sort((one, other) => one - other).map((number, rank) => [number, rank + 1]),
  );
  const best: { readonly weight: number; readonly place: number }[] = [];
  const parents: number[] = [];
  for (const [place, number] of numbers.entries()) {
    const rank = ranks.get(number) ?? 0;
    let before = { weight: 0, place: -1 };
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const held = best[node];
      if (held && held.weight > before.weight) before = held;
    }
    parents[place] = before.place;
    const own = { weight: before.weight + weight(place), place };
    for (let node = rank; node <= ranks.size; node += node & -node) {
      const held = best[node];
      if (!held || held.weight < own.weight) best[node] = own;
    }
  }
  let last = { weight: 0, place: -1 };
  for (let node = ranks.size; node > 0; node -= node & -node) {
    const held = best[node];
    if (held && held.weight > last.weight) last = held;
  }
  const kept: number[] = [];
  for (let place = last.place; place >= 0; place = parents[place] ?? -1) kept.push(place);
  return kept.reverse();
}
