import { followSource } from '../../../shared/pullQuote/followSource.ts';
import { keepQuote } from '../../../shared/pullQuote/keptQuote.ts';
import { pullQuoteState } from '../../../shared/pullQuote/pullQuoteState.ts';
import { repullQuote } from '../../../shared/pullQuote/repullQuote.ts';
import { suggestPullQuotes } from '../../../shared/pullQuote/suggestPullQuotes.ts';
import { viewSteps } from './quoteViews.ts';

/** What is known about pull-quotes, in a chunk of its own: a page without any starts without it. */
export const quoteEngine = { followSource, keepQuote, pullQuoteState, repullQuote, suggestPullQuotes, viewSteps };

export type QuoteEngine = typeof quoteEngine;
