import type { BlockId } from '../story/ids.ts';
import type { PassageRange } from './sourceText.ts';

/** Two pull-quotes that print the same words of the story. */
export interface QuoteOverlap {
  readonly first: BlockId;
  readonly second: BlockId;
  /** The stretches of the source that both use. */
  readonly ranges: readonly PassageRange[];
}

/** Fewer characters in common are a neighbour's full stop, or one word. */
const MIN_SHARED = 12;

/** Which pull-quotes overlap, each pair once, in the order given. `quotes` are their ids and the passages they come from. */
export function overlappingQuotes(
  quotes: readonly { readonly id: BlockId; readonly pieces: readonly PassageRange[] }[],
): QuoteOverlap[] {
  const overlaps: QuoteOverlap[] = [];
  quotes.forEach((first, i) => {
    for (const second of quotes.slice(i + 1)) {
      const ranges = first.pieces.flatMap((piece) => second.pieces.flatMap((other) => sharedRange(piece, other)));
      if (ranges.length > 0) overlaps.push({ first: first.id, second: second.id, ranges });
    }
  });
  return overlaps;
}

function sharedRange(a: PassageRange, b: PassageRange): PassageRange[] {
  if (a.blockId !== b.blockId) return [];
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  // A short quote wholly inside the other overlaps it however short it is.
  const isWhole = end - start === Math.min(a.end - a.start, b.end - b.start);
  return end - start >= MIN_SHARED || (isWhole && end > start) ? [{ blockId: a.blockId, start, end }] : [];
}
