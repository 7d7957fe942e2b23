import type { QuoteSuggestion } from '../../../shared/pullQuote/suggestPullQuotes.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { QuoteActions } from './QuoteActions.ts';

interface SuggestionsDialogProps {
  readonly suggestions: readonly QuoteSuggestion[];
  /** Of the story's printed words, 0 to 1. */
  readonly share: number;
  readonly actions: QuoteActions;
}

/** Passages in direct speech that would make pull-quotes, best first, each with why. */
export function SuggestionsDialog({ suggestions, share, actions }: SuggestionsDialogProps) {
  const close = () => actions.suggested.set(null);
  return (
    <Dialog title="Suggested pull-quotes" size="wide" onClose={close}>
      {suggestions.length === 0 ? (
        <EmptyState title="Nobody speaks at length">
          <p>Suggestions are words in quote marks, 30 to 300 characters long, that are not pulled yet.</p>
        </EmptyState>
      ) : (
        <ol className="quote-suggestions" aria-label="Suggestions, best first">
          {suggestions.map((suggestion) => {
            const { source, text, reasons } = suggestion;
            return (
              <li key={`${source.blockId}${source.start}`}>
                <blockquote dir="auto">{text}</blockquote>
                <p className="quote-reasons">{reasons.join(' · ')}</p>
                <div className="quote-suggestion-ways">
                  <Button aria-label={`Pull: ${text}`} onClick={() => actions.pull(suggestion)}>
                    Pull
                  </Button>
                  <Button look="quiet" aria-label={`Show: ${text}`} onClick={() => actions.showSuggestion(suggestion)}>
                    Show
                  </Button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      <p className="aside-note">
        Read from the story alone, on this machine. Pull-quotes are {Math.round(share * 100)}% of its words now.
      </p>
    </Dialog>
  );
}
