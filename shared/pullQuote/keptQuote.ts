import type { KeptQuote, PullQuote } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { boundSource, type PullQuoteState } from './pullQuoteState.ts';
import { sameWords } from './quoteWords.ts';

/** The record that somebody lets a pull-quote stand in the state it is in. `at` is ISO 8601 in UTC. */
export function keepQuote(quote: PullQuote, state: PullQuoteState, by: string, at: string): KeptQuote {
  return { by, at, words: inlineText(quote.content), passage: boundSource(state)?.passage ?? '' };
}

/** The decision that still holds for a pull-quote: null if there is none, or if its words or its source changed since. */
export function standingKeep(quote: PullQuote, state: PullQuoteState): KeptQuote | null {
  const { kept } = quote;
  if (!kept || !sameWords(kept.words, inlineText(quote.content))) return null;
  return sameWords(kept.passage, boundSource(state)?.passage ?? '') ? kept : null;
}
