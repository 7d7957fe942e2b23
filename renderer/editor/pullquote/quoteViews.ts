import { proposeAttribution, type AttributionProposal } from '../../../shared/pullQuote/proposeAttribution.ts';
import { boundSource } from '../../../shared/pullQuote/pullQuoteState.ts';
import { pullQuoteShare, reviewSteps, type PullQuoteReview } from '../../../shared/pullQuote/reviewPullQuotes.ts';
import type { PassageRange } from '../../../shared/pullQuote/sourceText.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';

/** A pull-quote as the page shows it. */
export interface QuoteView extends PullQuoteReview {
  /** Where its words stand in the story now; empty if nowhere. */
  readonly passages: readonly PassageRange[];
  /** Whether it stands right before or after the block it comes from. */
  readonly isBesideSource: boolean;
  /** Who said it, likely; null if somebody is named already, or the story does not say. */
  readonly proposal: AttributionProposal | null;
}

/** All pull-quotes of a story, and how much of its words they are. */
export interface QuotesView {
  readonly quotes: readonly QuoteView[];
  /** Of the printed words, 0 to 1. */
  readonly share: number;
}

/** Looks at all pull-quotes of a story, one a step, so that a key need not wait for more. */
export function* viewSteps(blocks: readonly Block[]): Generator<undefined, QuotesView> {
  const quotes: QuoteView[] = [];
  for (const review of yield* reviewSteps(blocks)) {
    const source = boundSource(review.state);
    const passages = 'match' in review.state ? review.state.match.pieces : source ? [source] : [];
    quotes.push({
      ...review,
      passages,
      isBesideSource: source === null || isBeside(review.quote.id, source.blockId, blocks),
      proposal: review.isAttributionMissing && source ? proposeAttribution(source, blocks) : null,
    });
    yield;
  }
  return { quotes, share: pullQuoteShare(blocks) };
}

/** Whether nothing but other pull-quotes stands between the two. */
function isBeside(quoteId: BlockId, sourceId: BlockId, blocks: readonly Block[]): boolean {
  const at = blocks.findIndex((block) => block.id === quoteId);
  const source = blocks.findIndex((block) => block.id === sourceId);
  const between = blocks.slice(Math.min(at, source) + 1, Math.max(at, source));
  return between.every((block) => block.type === 'pullQuote');
}
