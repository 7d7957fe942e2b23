/**
 * A way to read something anew whenever it may have changed: asked for while it is under way, it is done once more after that,
 * and never twice at once.
 */
export function neverTwiceAtOnce(read: () => Promise<void>): () => Promise<void> {
  let isReading = false;
  let isStale = false;
  return async () => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await read();
    }
    isReading = false;
  };
}
