/**
 * Which of these numbers, all different, form the longest run that only grows, by their places in the list: what stayed in
 * order when things were moved about. Of runs equally long always the same one.
 */
export function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  /** The place of the smallest number a run of each length can end in. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  numbers.forEach((number, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.set(place, ends[low - 1]);
    ends[low] = place;
  });
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) run.add(place);
  return run;
}
