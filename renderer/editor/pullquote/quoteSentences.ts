import type { PullQuoteStateKind } from '../../../shared/pullQuote/pullQuoteState.ts';
import type { QuoteView } from './quoteViews.ts';

/** What each state is called on the page. */
export const STATE_NAMES: Readonly<Record<PullQuoteStateKind, string>> = {
  empty: 'Empty',
  exact: 'Exact',
  trimmed: 'Trimmed',
  spliced: 'Spliced',
  drifted: 'Drifted',
  orphaned: 'Orphaned',
  unsourced: 'Unsourced',
};

/** The longest pull-quote that reads as one, in characters, and the longest that systems take. */
const LONG = 120;
const TOO_LONG = 1000;

/** How loudly a pull-quote's state is told: red must be settled, blue wants a look, quiet is in order. */
export function stateTone({ state, kept }: QuoteView): 'quiet' | 'blue' | 'red' {
  if (state.kind === 'exact') return 'quiet';
  if (state.kind === 'empty') return 'red';
  if (kept || state.kind === 'trimmed') return 'blue';
  return state.kind === 'drifted' ? 'red' : 'blue';
}

/** The state of a pull-quote in one sentence. */
export function stateSentence({ state }: QuoteView): string {
  switch (state.kind) {
    case 'empty':
      return 'This pull-quote has no words yet.';
    case 'exact':
      return 'Word for word as in the story.';
    case 'trimmed':
      return 'From one passage, with an end cut or the punctuation changed.';
    case 'spliced':
      return `Joined from ${state.match.pieces.length} passages of the story.`;
    case 'drifted':
      return state.changed === 'source'
        ? 'The story was edited since this was pulled.'
        : 'This was edited and no longer says what the story says.';
    case 'orphaned':
      return 'The passage this was pulled from is no longer in the story.';
    default:
      return 'These words stand nowhere in the story.';
  }
}

/** What else there is to say of it, a few words each. */
export function quoteRemarks({ overlaps, length }: QuoteView): string[] {
  return [
    ...(overlaps.length > 0 ? ['Overlaps another'] : []),
    ...(length > TOO_LONG ? [`${length} characters, too long`] : length > LONG ? [`${length} characters`] : []),
  ];
}
