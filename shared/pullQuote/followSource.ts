import type { Block, PullQuote, QuoteSource } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { matchPullQuote, type QuoteMatch } from './matchPullQuote.ts';
import { boundSource, type PullQuoteState } from './pullQuoteState.ts';
import { sourceTexts, type PassageRange } from './sourceText.ts';

/**
 * Where a pull-quote's binding points after the story changed: to the same passage, wherever it went, in its remembered
 * words, so that a later change of the source can still be told. A quote that was given other words of the story is bound
 * to those; an unbound one to what it repeats; one that lost its source keeps what it remembers. The same object if nothing
 * has to change.
 */
export function followSource(quote: PullQuote, state: PullQuoteState, blocks: readonly Block[]): QuoteSource | null {
  const { source } = quote;
  const match = 'match' in state ? state.match : null;
  if (!source) return match?.source ?? null;
  if (state.kind === 'empty') return source;
  const passage = findPassage(source, quote.id, blocks);
  if (passage) {
    if (match && !isWithin(match, passage)) return match.source;
    const isSame = passage.blockId === source.blockId && passage.start === source.start && passage.end === source.end;
    return isSame ? source : { ...passage, passage: source.passage };
  }
  // Both were given the same new words: nothing older is worth remembering.
  if (state.kind === 'exact' || state.kind === 'trimmed') return state.match.source;
  const now = boundSource(state);
  if (!now) return source;
  const isThere = now.blockId === source.blockId && now.start === source.start && now.end === source.end;
  return isThere ? source : { ...now, passage: source.passage };
}

/** Whether a quote is made of a passage and nothing else. */
function isWithin({ pieces }: QuoteMatch, passage: PassageRange): boolean {
  return pieces.every(
    (piece) =>
      piece.blockId === passage.blockId && piece.start >= passage.start - SLACK && piece.end <= passage.end + SLACK,
  );
}

/** A quote mark or a full stop beside the passage belongs to it or not, as whoever selected it liked. */
const SLACK = 2;

/** The remembered passage where it stands now, in one piece; null if it does not. */
function findPassage(source: QuoteSource, quoteId: BlockId, blocks: readonly Block[]): PassageRange | null {
  const { passage, blockId, start } = source;
  const texts = sourceTexts(blocks);
  const home = texts.find((text) => text.blockId === blockId);
  const at = home && nearestIndex(home.text, passage, start);
  if (at !== undefined && at >= 0) return { blockId, start: at, end: at + passage.length };
  const match = matchPullQuote(passage, blocks, { ...source, quoteId });
  const [piece] = match?.pieces ?? [];
  if (match?.pieces.length !== 1 || !piece) return null;
  // To the letter, with its marks and spaces, if it was moved as it was.
  const text = texts.find((candidate) => candidate.blockId === piece.blockId)?.text ?? '';
  const moved = nearestIndex(text, passage, piece.start);
  return moved >= 0 && moved <= piece.start
    ? { blockId: piece.blockId, start: moved, end: moved + passage.length }
    : piece;
}

/** Where `words` stand in `text`, of several places the one nearest to `near`; -1 if nowhere. */
function nearestIndex(text: string, words: string, near: number): number {
  if (words === '') return -1;
  if (text.startsWith(words, near)) return near;
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  if (before < 0 || after < 0) return Math.max(before, after);
  return near - before <= after - near ? before : after;
}
