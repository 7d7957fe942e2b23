import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ThreadId } from '../../shared/story/ids.ts';
import { isOpen, type Thread } from '../../shared/story/review.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { fullTime } from '../ui/relativeTime.ts';
import { useSignal } from '../ui/Signal.ts';
import { CommentNote } from './CommentNote.tsx';
import { NoteForm } from './NoteForm.tsx';
import { isSaid, type StoryComments, type ThreadDraft } from './StoryComments.ts';
import { nameOf, threadName, wordsOf } from './threadText.ts';

/** Whoever writes notes here. */
export interface Writer {
  /** What they call themselves; may be empty. */
  readonly by: string;
  /** Keeps the name they gave. */
  readonly onSign: (name: string) => void;
  /** The names they may mention. */
  readonly names: readonly string[];
}

interface CommentCardProps {
  readonly thread: Thread | ThreadDraft;
  readonly comments: StoryComments;
  readonly writer: Writer;
  readonly isChosen: boolean;
  /** Whether Tab comes here. */
  readonly isStop: boolean;
  /** The words stand beside the card only where this is drawn without them. */
  readonly showsWords?: boolean;
  /** Goes to the card that many further down. */
  readonly onStep?: (id: ThreadId, by: 1 | -1) => void;
}

/** A thread as a card: what was said, and, once it is chosen, what can be done with it. */
export function CommentCard(props: CommentCardProps) {
  const { thread, comments, writer, isChosen, isStop, showsWords = false, onStep } = props;
  const asked = useSignal(comments.keyboardAsked);
  const card = useRef<HTMLElement>(null);
  const isDraft = !isSaid(thread);
  const isSettled = !isDraft && !isOpen(thread);
  const seen = useRef(asked);

  useEffect(() => {
    if (!isChosen || seen.current === asked) return;
    seen.current = asked;
    // A draft's field takes it by itself.
    if (!isDraft) card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, isChosen, isDraft]);
  useEffect(() => {
    if (!isChosen) seen.current = -1;
  }, [isChosen]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const isOnCard = event.target === event.currentTarget;
    if (event.key === 'Escape') comments.returnToWords(thread.id);
    else if (isOnCard && event.key === 'ArrowDown') onStep?.(thread.id, 1);
    else if (isOnCard && event.key === 'ArrowUp') onStep?.(thread.id, -1);
    else if (isOnCard && event.key === 'Enter') {
      comments.choose(thread.id);
      requestAnimationFrame(() => card.current?.querySelector('textarea')?.focus());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const sign = (by: string) => {
    if (by !== writer.by) writer.onSign(by);
  };
  const notes = isDraft ? [] : isChosen ? thread.notes : thread.notes.slice(0, 1);
  const more = isDraft ? 0 : thread.notes.length - notes.length;
  const words = wordsOf(thread.about);
  return (
    <article
      ref={card}
      className="comment-card"
      aria-label={isDraft ? 'New comment' : threadName(thread)}
      aria-current={isChosen || undefined}
      data-chosen={isChosen || undefined}
      data-settled={isSettled || undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={() => {
        if (!isChosen) comments.choose(thread.id);
      }}
      onKeyDown={onKeyDown}
    >
      {showsWords && words !== '' && (
        <p className="comment-words" dir="auto">
          {words}
        </p>
      )}
      {isDraft ? (
        <NoteForm
          label="Comment"
          action="Comment"
          by={writer.by}
          names={writer.names}
          isFocused
          onSay={async (text, by) => {
            sign(by);
            return comments.finishDraft(text, by);
          }}
          onCancel={() => comments.cancelDraft()}
        />
      ) : (
        <>
          {notes.map((note) => (
            <CommentNote
              key={note.id}
              note={note}
              by={writer.by}
              names={writer.names}
              isChosen={isChosen}
              onEdit={(text) => comments.edit(thread.id, note.id, text)}
            />
          ))}
          {more > 0 && <p className="comment-more">{countText(more, 'reply', 'replies')}</p>}
          {isSettled && thread.state && (
            <p className="comment-more">
              Resolved by <bdi>{nameOf(thread.state.by)}</bdi>, {fullTime(thread.state.at)}
            </p>
          )}
          {isChosen && (
            <>
              <NoteForm
                label="Reply"
                action="Reply"
                by={writer.by}
                names={writer.names}
                onSay={(text, by) => {
                  sign(by);
                  return comments.reply(thread.id, text, by);
                }}
              />
              <div className="note-actions comment-state">
                {isSettled ? (
                  <Button look="quiet" onClick={() => void comments.reopen(thread.id, writer.by)}>
                    Reopen
                  </Button>
                ) : (
                  <Button look="quiet" onClick={() => void comments.resolve(thread.id, writer.by)}>
                    Resolve
                  </Button>
                )}
              </div>
            </>
          )}
        </>
      )}
    </article>
  );
}
