import { Check, CircleAlert, CircleDashed, Scissors, TriangleAlert, Unlink, type LucideIcon } from 'lucide-react';
import type { PullQuoteStateKind } from '../../../shared/pullQuote/pullQuoteState.ts';
import type { QuoteActions } from './QuoteActions.ts';
import { quoteRemarks, STATE_NAMES, stateTone } from './quoteSentences.ts';
import type { QuoteView } from './quoteViews.ts';

interface QuoteNoteProps {
  readonly view: QuoteView;
  readonly actions: QuoteActions;
}

const ICONS: Readonly<Record<PullQuoteStateKind, LucideIcon>> = {
  empty: CircleDashed,
  exact: Check,
  trimmed: Scissors,
  spliced: CircleAlert,
  drifted: TriangleAlert,
  orphaned: Unlink,
  unsourced: CircleDashed,
};

/** The foot of a pull-quote: its state, which opens what is known of its source, and who likely said it. */
export function QuoteNote({ view, actions }: QuoteNoteProps) {
  const { quote, state, kept, proposal } = view;
  const Icon = ICONS[state.kind];
  const name = kept ? `${STATE_NAMES[state.kind]}, kept` : STATE_NAMES[state.kind];
  return (
    <>
      <button
        type="button"
        className="quote-state"
        data-tone={stateTone(view)}
        aria-haspopup="dialog"
        aria-label={`${name}: pull quote and its source`}
        onClick={(event) => void actions.open(quote.id, event.currentTarget)}
      >
        <Icon aria-hidden size={13} strokeWidth={2} />
        {name}
      </button>
      {quoteRemarks(view).map((remark) => (
        <span key={remark} className="quote-remark">
          {remark}
        </span>
      ))}
      {proposal && (
        <button
          type="button"
          className="quote-proposal"
          aria-label={`Use as attribution: ${proposal.text}`}
          title={`Read from “${proposal.evidence}”`}
          onClick={() => void actions.attribute(quote.id)}
        >
          <span aria-hidden>Said by</span> <bdi>{proposal.text}</bdi>
          <span aria-hidden>?</span>
        </button>
      )}
    </>
  );
}
