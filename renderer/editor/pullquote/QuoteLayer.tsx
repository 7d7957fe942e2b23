import { createPortal } from 'react-dom';
import { useSignal } from '../../ui/Signal.ts';
import { noteOf } from '../nodes/PullQuoteNode.ts';
import type { PageQuotes } from './PageQuotes.ts';
import type { QuoteActions } from './QuoteActions.ts';
import { QuoteNote } from './QuoteNote.tsx';
import { QuotePopover } from './QuotePopover.tsx';
import { SuggestionsDialog } from './SuggestionsDialog.tsx';
import './pullQuote.css';

interface QuoteLayerProps {
  readonly quotes: PageQuotes;
  readonly actions: QuoteActions;
}

/** Tells the state of each pull-quote at its foot; renders when one changes its state, not while somebody types. */
export function QuoteLayer({ quotes, actions }: QuoteLayerProps) {
  const { quotes: views, share } = useSignal(quotes.view);
  const opened = useSignal(actions.opened);
  const suggested = useSignal(actions.suggested);
  // A foot that was drawn anew is another place to draw into.
  useSignal(quotes.drawn);
  const looked = opened && (views.find(({ quote }) => quote.id === opened.id) ?? null);
  return (
    <>
      {views.map((view) => {
        const element = quotes.elementOf(view.quote.id);
        const note = element && noteOf(element);
        if (!note) return null;
        // The way the quote above it runs; `auto` would go by the English of its own buttons.
        note.dir = element.querySelector('.slot-quote:dir(rtl)') ? 'rtl' : 'ltr';
        return createPortal(<QuoteNote view={view} actions={actions} />, note, view.quote.id);
      })}
      {opened && looked && (
        <QuotePopover
          view={looked}
          share={share}
          anchor={quotes.elementOf(opened.id)}
          returnTo={opened.returnTo}
          actions={actions}
        />
      )}
      {suggested && <SuggestionsDialog suggestions={suggested} share={share} actions={actions} />}
    </>
  );
}
