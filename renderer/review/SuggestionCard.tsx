import { Check, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Suggestion } from '../../shared/suggestions/listSuggestions.ts';
import { nameOf } from './threadText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import { useSignal } from '../ui/Signal.ts';
import type { StorySuggestions } from './StorySuggestions.ts';
import { suggestionName, suggestionWords } from './suggestionText.ts';
import './suggestions.css';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly suggestions: StorySuggestions;
  readonly isChosen: boolean;
  /** Whether Tab comes here. */
  readonly isStop: boolean;
  /** Goes to the card that many further down. */
  readonly onStep?: (by: 1 | -1) => void;
}

/** What somebody proposes, and the two answers to it. */
export function SuggestionCard({ suggestion, suggestions, isChosen, isStop, onStep }: SuggestionCardProps) {
  const asked = useSignal(suggestions.keyboardAsked);
  const card = useRef<HTMLElement>(null);
  const seen = useRef(asked);
  const { deed, before, after } = suggestionWords(suggestion);

  useEffect(() => {
    if (!isChosen || seen.current === asked) return;
    seen.current = asked;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, isChosen]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isOnCard = event.target === event.currentTarget;
    if (event.key === 'Escape') suggestions.returnToWords(suggestion.id);
    else if (isOnCard && event.key === 'ArrowDown') onStep?.(1);
    else if (isOnCard && event.key === 'ArrowUp') onStep?.(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <article
      ref={card}
      className="comment-card suggestion-card"
      aria-label={suggestionName(suggestion)}
      aria-current={isChosen || undefined}
      data-chosen={isChosen || undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={() => suggestions.choose(suggestion.id)}
      onKeyDown={onKeyDown}
    >
      <div className="note-head">
        <bdi className="note-by">{nameOf(suggestion.by)}</bdi>
        {(['accept', 'reject'] as const).map((verdict) => (
          <IconButton
            key={verdict}
            icon={verdict === 'accept' ? Check : X}
            label={verdict === 'accept' ? 'Accept' : 'Reject'}
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              suggestions.settle(verdict, [suggestion], true);
            }}
          />
        ))}
      </div>
      <p className="suggestion-deed">{deed}</p>
      {(before !== '' || after !== '') && (
        <p className="suggestion-words" dir="auto">
          {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
        </p>
      )}
      {isChosen && (
        <p className="comment-more">
          <time dateTime={suggestion.at}>{fullTime(suggestion.at)}</time>
        </p>
      )}
    </article>
  );
}
