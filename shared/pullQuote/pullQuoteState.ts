import { diffWords, type DiffPart } from '../lang/diffWords.ts';
import type { Block, PullQuote, QuoteSource } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { matchPassage, matchPullQuote, type QuoteMatch } from './matchPullQuote.ts';
import { nearestPassage } from './nearestPassage.ts';
import { chunkKey, quoteWords } from './quoteWords.ts';
import { sourceTexts } from './sourceText.ts';

/** How a pull-quote stands to the story's own words now. */
export type PullQuoteState =
  /** Nothing is written in it yet. */
  | { readonly kind: 'empty' }
  /** From one passage: word for word, or with its ends cut or its punctuation changed. */
  | { readonly kind: 'exact' | 'trimmed'; readonly match: QuoteMatch }
  /** Joined from several passages; `match.leftOut` says which words are missing between them. */
  | { readonly kind: 'spliced'; readonly match: QuoteMatch }
  /** Close to a passage, but not its words: `removed` words are only in the quote, `added` ones only in the source. */
  | {
      readonly kind: 'drifted';
      /** The passage as it reads now. */
      readonly source: QuoteSource;
      readonly diff: readonly DiffPart[];
      /** Whether the source was edited since it was pulled, or the quote was. */
      readonly changed: 'source' | 'quote';
    }
  /** It was bound, and neither its passage nor anything like it is in the story any more. */
  | { readonly kind: 'orphaned'; readonly passage: string }
  /** Typed by hand and found nowhere. */
  | { readonly kind: 'unsourced' };

export type PullQuoteStateKind = PullQuoteState['kind'];

/** How alike quote and passage must be to be called the same sentence. A bound quote gets more benefit of the doubt. */
const ALIKE_WHEN_BOUND = 0.45;
const ALIKE_WHEN_UNBOUND = 0.7;
/** A quote shorter than this (in words) resembles something by chance, but for the block it was pulled from. */
const MIN_AWAY_WORDS = 5;

/**
 * The state of a pull-quote against the story it stands in, worked out afresh: it follows edits, undo, moved, split and
 * joined blocks without being told. `blocks` are the whole story's.
 */
export function pullQuoteState(quote: PullQuote, blocks: readonly Block[]): PullQuoteState {
  const text = inlineText(quote.content);
  const words = quoteWords(text);
  if (words.length === 0) return { kind: 'empty' };
  const { source } = quote;
  const match = matchPullQuote(text, blocks, { blockId: quote.id, ...source, quoteId: quote.id });
  if (match) {
    if (match.kind === 'spliced' && source && isSourceEdited(text, source, match, blocks)) {
      return drift(text, source, blocks);
    }
    if (match.kind === 'exact' && source && isCut(words.length, source, match, blocks)) {
      return { kind: 'trimmed', match: { ...match, kind: 'trimmed' } };
    }
    return { kind: match.kind, match };
  }
  return drift(text, source, blocks);
}

/** Where a quote comes from, as its binding should be stored; null if it has no source now. */
export function boundSource(state: PullQuoteState): QuoteSource | null {
  if (state.kind === 'exact' || state.kind === 'trimmed' || state.kind === 'spliced') return state.match.source;
  return state.kind === 'drifted' ? state.source : null;
}

/**
 * A quote whose words are all still there but not in one piece: joined by an editor if it was so when it was pulled, or if
 * the passage still reads as it did; taken apart by an edit of the source if not.
 */
function isSourceEdited(text: string, source: QuoteSource, match: QuoteMatch, blocks: readonly Block[]): boolean {
  if (match.leftOut.length === 0) return false;
  const then = matchPassage(text, source.passage, source.blockId);
  if (then?.kind === 'spliced' && then.lengths.join() === match.lengths.join()) return false;
  const passage = matchPullQuote(source.passage, blocks, source);
  return passage === null || passage.kind === 'spliced';
}

/** Whether the quote lost words at its ends since it was pulled, its passage being what it was. */
function isCut(words: number, source: QuoteSource, match: QuoteMatch, blocks: readonly Block[]): boolean {
  if (quoteWords(source.passage).length <= words) return false;
  const passage = matchPullQuote(source.passage, blocks, source);
  const whole = passage?.pieces.length === 1 ? passage.source : null;
  return (
    whole !== null &&
    whole.blockId === match.source.blockId &&
    whole.start <= match.source.start &&
    whole.end >= match.source.end
  );
}

function drift(text: string, source: QuoteSource | null, blocks: readonly Block[]): PullQuoteState {
  const sources = sourceTexts(blocks);
  const home = sources.find((candidate) => candidate.blockId === source?.blockId);
  const enough = source ? ALIKE_WHEN_BOUND : ALIKE_WHEN_UNBOUND;
  // Its own block first: a like sentence elsewhere must not take the place of the one it was pulled from.
  const atHome = home && nearestPassage(text, [home]);
  const near = atHome && atHome.likeness >= enough ? atHome : nearestPassage(text, sources, source?.blockId);
  const isTooShort = near?.source.blockId !== source?.blockId && quoteWords(text).length < MIN_AWAY_WORDS;
  if (!near || near.likeness < enough || isTooShort) {
    return source ? { kind: 'orphaned', passage: source.passage } : { kind: 'unsourced' };
  }
  const stillReads = source && matchPullQuote(source.passage, blocks, source);
  return {
    kind: 'drifted',
    source: near.source,
    // Final punctuation is the printer's, not the speaker's: it is no difference.
    diff: diffWords(withoutEnding(text), withoutEnding(near.source.passage), chunkKey),
    changed: source && !(stillReads && stillReads.kind !== 'spliced') ? 'source' : 'quote',
  };
}

function withoutEnding(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M})\]%]+$/u, '');
}
