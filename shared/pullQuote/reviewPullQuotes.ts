import { runSteps } from '../lang/runSteps.ts';
import type { Block, KeptQuote, PullQuote } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import { countBodyWords, countWords } from '../story/wordCount.ts';
import { standingKeep } from './keptQuote.ts';
import { overlappingQuotes } from './overlappingQuotes.ts';
import { pullQuoteState, type PullQuoteState } from './pullQuoteState.ts';
import type { PassageRange } from './sourceText.ts';

/** Everything a desk wants to know about one pull-quote. */
export interface PullQuoteReview {
  readonly quote: PullQuote;
  readonly state: PullQuoteState;
  /** Who decided that it stands in this state; null if nobody did, or if it changed since. */
  readonly kept: KeptQuote | null;
  /** The other pull-quotes that print some of the same words. */
  readonly overlaps: readonly BlockId[];
  readonly isAttributionMissing: boolean;
  /** Characters of the quote as printed. */
  readonly length: number;
}

/** The state of every pull-quote of a story, in its order. */
export function reviewPullQuotes(blocks: readonly Block[]): PullQuoteReview[] {
  return runSteps(reviewSteps(blocks));
}

/** The same, one pull-quote at a step: whoever has something else to do may rest between any two. */
export function* reviewSteps(blocks: readonly Block[]): Generator<undefined, PullQuoteReview[]> {
  const states: { quote: PullQuote; state: PullQuoteState }[] = [];
  for (const quote of blocks) {
    if (quote.type !== 'pullQuote') continue;
    states.push({ quote, state: pullQuoteState(quote, blocks) });
    yield;
  }
  const overlaps = overlappingQuotes(states.map(({ quote, state }) => ({ id: quote.id, pieces: piecesOf(state) })));
  return states.map(({ quote, state }) => ({
    quote,
    state,
    kept: standingKeep(quote, state),
    overlaps: overlaps.flatMap(({ first, second }) =>
      first === quote.id ? [second] : second === quote.id ? [first] : [],
    ),
    isAttributionMissing: quote.attribution.trim() === '',
    length: inlineText(quote.content).trim().length,
  }));
}

/** The share of a story's printed words that stands in pull-quotes, 0 to 1. */
export function pullQuoteShare(blocks: readonly Block[]): number {
  let pulled = 0;
  for (const block of blocks) if (block.type === 'pullQuote') pulled += countWords(inlineText(block.content));
  return pulled === 0 ? 0 : pulled / (countBodyWords(blocks) + pulled);
}

function piecesOf(state: PullQuoteState): readonly PassageRange[] {
  switch (state.kind) {
    case 'exact':
    case 'trimmed':
    case 'spliced':
      return state.match.pieces;
    case 'drifted':
      return [state.source];
    default:
      return [];
  }
}
