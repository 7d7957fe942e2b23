/** As much of an ID as is shown; more where that is not enough to tell stories apart. */
const LEAST_ID = 8;

/** How many letters of these IDs tell each from all others. */
export function distinctLength(ids: readonly string[]): number {
  for (let length = LEAST_ID; ; length += 1) {
    const beginnings = new Set(ids.map((id) => id.slice(0, length)));
    if (beginnings.size === ids.length) return length;
  }
}
