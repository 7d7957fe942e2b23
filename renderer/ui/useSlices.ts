import { useEffect, useState } from 'react';

/** More than fit on a screen. */
const FIRST = 24;
const SLICE = 40;

/**
 * How many rows of a long list to draw now: a screenful at once, the others a slice at a time while nothing else is to be done. So a
 * list of hundreds opens at once and is whole soon after, for those who search it or have it read to them.
 */
export function useSlices(total: number): number {
  const [count, setCount] = useState(FIRST);
  useEffect(() => {
    if (count >= total) return undefined;
    const idle = requestIdleCallback(() => setCount(count + SLICE), { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [count, total]);
  return Math.min(count, total);
}
