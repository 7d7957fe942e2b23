import type { PullQuoteStateKind } from '../../shared/pullQuote/pullQuoteState.ts';
import type { PullQuoteReview } from '../../shared/pullQuote/reviewPullQuotes.ts';
import { counted } from './terminal/counted.ts';

const STATES: readonly PullQuoteStateKind[] = [
  'exact',
  'trimmed',
  'spliced',
  'drifted',
  'orphaned',
  'unsourced',
  'empty',
];

/** A pull-quote as `stet check --json` tells it. */
export function pullQuoteFacts({ quote, state, kept, overlaps, isAttributionMissing, length }: PullQuoteReview) {
  return {
    blockId: quote.id,
    state: state.kind,
    /** The source's words that a spliced quote leaves out. */
    leftOut: state.kind === 'spliced' ? state.match.leftOut : [],
    /** How the source reads now, against the quote. */
    diff: state.kind === 'drifted' ? state.diff : [],
    kept,
    overlaps,
    isAttributionMissing,
    length,
  };
}

/** All pull-quotes of a story in one line. `share` is of the printed words, 0 to 1. */
export function pullQuoteLine(reviews: readonly PullQuoteReview[], share: number): string {
  const states = STATES.flatMap((kind) => {
    const count = reviews.filter(({ state }) => state.kind === kind).length;
    return count === 0 ? [] : `${count} ${kind}`;
  });
  const pairs = reviews.reduce((sum, { overlaps }) => sum + overlaps.length, 0) / 2;
  const nameless = reviews.filter(({ isAttributionMissing }) => isAttributionMissing).length;
  const parts = [
    `${counted(reviews.length, 'pull-quote')}: ${states.join(', ')}`,
    ...(pairs > 0 ? [counted(pairs, 'overlapping pair')] : []),
    ...(nameless > 0 ? [`${nameless} without attribution`] : []),
    `${Math.round(share * 100)}% of the words`,
  ];
  return parts.join('; ');
}
