import type { QuoteSource } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { quoteWords, type QuoteWord } from './quoteWords.ts';
import { sourceAt, type SourceText } from './sourceText.ts';

/** A passage that resembles a quote. */
export interface NearPassage {
  readonly source: QuoteSource;
  /** 1 for the same words, 0 for none in common: one minus the changed words over the quote's words. */
  readonly likeness: number;
}

/** Blocks compared word by word, after the rest were ruled out by the words they lack. */
const CANDIDATES = 3;

/** The passage of `sources` most like `text`; ties go to the earlier block in the list. null if there are no words. */
export function nearestPassage(text: string, sources: readonly SourceText[], home?: BlockId): NearPassage | null {
  const words = quoteWords(text);
  if (words.length === 0) return null;
  const wanted = new Set(words.map((word) => word.looseKey));
  const shared = (source: SourceText) => {
    let found = 0;
    for (const word of wanted) if (source.places.has(word)) found += 1;
    return found + (source.blockId === home ? 0.5 : 0);
  };
  let best: NearPassage | null = null;
  const ranked = sources
    .map((source) => ({ source, shared: shared(source) }))
    .filter((entry) => entry.shared >= 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, CANDIDATES);
  for (const { source } of ranked) {
    const near = align(words, source);
    if (near && (!best || near.likeness > best.likeness)) best = near;
  }
  return best;
}

/** The window of a source with the fewest changes from `words` (Sellers' algorithm, on words instead of letters). */
function align(words: readonly QuoteWord[], source: SourceText): NearPassage | null {
  const length = source.words.length;
  // costs[j]: fewest changes for the words so far against a window ending before source word j; starts[j]: its first word.
  let costs = Array.from({ length: length + 1 }, () => 0);
  let starts = Array.from({ length: length + 1 }, (_, j) => j);
  words.forEach((word, i) => {
    const nextCosts = [i + 1];
    const nextStarts = [0];
    for (let j = 1; j <= length; j += 1) {
      const same = word.looseKey === source.words[j - 1]?.looseKey;
      const swap = (costs[j - 1] ?? 0) + (same ? 0 : 1);
      const drop = (costs[j] ?? 0) + 1;
      const take = (nextCosts[j - 1] ?? 0) + 1;
      const least = Math.min(swap, drop, take);
      nextCosts.push(least);
      const start = least === swap ? starts[j - 1] : least === drop ? starts[j] : nextStarts[j - 1];
      nextStarts.push(start ?? 0);
    }
    costs = nextCosts;
    starts = nextStarts;
  });
  const lastWord = words.at(-1)?.looseKey;
  let end = 0;
  costs.forEach((cost, j) => {
    const least = costs[end] ?? Infinity;
    // Of windows that cost the same, one that ends on the quote's own last word is the passage.
    if (cost < least || (cost === least && source.words[j - 1]?.looseKey === lastWord)) end = j;
  });
  const first = source.words[starts[end] ?? 0];
  const last = source.words[end - 1];
  if (!first || !last || last.end <= first.start) return null;
  // A full stop right behind belongs to what is read.
  const stop = /^[.!?…؟。।]+/u.exec(source.text.slice(last.end))?.[0].length ?? 0;
  const range = { blockId: source.blockId, start: first.start, end: last.end + stop };
  return {
    source: sourceAt(range, source.text),
    likeness: Math.max(0, 1 - (costs[end] ?? words.length) / words.length),
  };
}
