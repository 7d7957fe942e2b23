import { nameOf } from './threadText.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Signal, useSignal } from '../ui/Signal.ts';
import type { StorySuggestions, SuggestedPage } from './StorySuggestions.ts';
import './suggestions.css';

interface SuggestionsSectionProps {
  readonly suggestions: StorySuggestions;
  /** Shows the story as it was before. */
  readonly onOriginal: () => void;
}

const NONE: SuggestedPage['list'] = new Signal([]);

/** How much is suggested and by whom, with the answers to all of it at once. */
export function SuggestionsSection({ suggestions, onOriginal }: SuggestionsSectionProps) {
  const page = useSignal(suggestions.page);
  const list = useSignal(page?.list ?? NONE);
  const isOn = useSignal(suggestions.isSuggesting);
  const view = useSignal(suggestions.view);
  const people = [...new Set(list.map(({ by }) => by))];
  return (
    <section aria-labelledby="review-suggestions" className="comments-section">
      <div className="section-head">
        <h3 className="section-name" id="review-suggestions">
          Suggestions
        </h3>
        <label className="thread-choice">
          <input type="checkbox" checked={isOn} onChange={() => suggestions.toggle()} />
          Suggest changes
        </label>
      </div>
      {list.length === 0 ? (
        <p className="aside-note">
          {isOn ? 'What you write is proposed, for somebody to accept or reject.' : 'Nothing is suggested.'}
        </p>
      ) : (
        <>
          <div className="thread-filter" role="radiogroup" aria-label="Suggestions shown">
            {(
              [
                ['marks', 'All marks'],
                ['accepted', 'As if accepted'],
              ] as const
            ).map(([value, label]) => (
              <label key={value} className="thread-choice">
                <input
                  type="radio"
                  name="suggestions-view"
                  checked={view === value}
                  onChange={() => suggestions.setView(value)}
                />
                {label}
              </label>
            ))}
            <Button look="link" onClick={onOriginal}>
              Original…
            </Button>
          </div>
          <ul className="suggestions-people" aria-label="Suggestions by person">
            {people.map((by) => (
              <li key={by} className="suggestions-person">
                <span>
                  <bdi>{nameOf(by)}</bdi>:{' '}
                  {countText(list.filter((one) => one.by === by).length, 'suggestion', 'suggestions')}
                </span>
                {people.length > 1 && (
                  <>
                    <Button
                      look="link"
                      aria-label={`Accept all by ${nameOf(by)}`}
                      onClick={() => suggestions.settleAll('accept', by)}
                    >
                      Accept
                    </Button>
                    <Button
                      look="link"
                      aria-label={`Reject all by ${nameOf(by)}`}
                      onClick={() => suggestions.settleAll('reject', by)}
                    >
                      Reject
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
          <div className="note-actions">
            <Button onClick={() => suggestions.settleAll('accept')}>Accept all</Button>
            <Button onClick={() => suggestions.settleAll('reject')}>Reject all</Button>
          </div>
        </>
      )}
    </section>
  );
}
