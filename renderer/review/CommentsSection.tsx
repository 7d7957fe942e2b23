import type { Thread } from '../../shared/story/review.ts';
import { isOpen } from '../../shared/story/review.ts';
import type { ThreadId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Signal, useSignal } from '../ui/Signal.ts';
import { CommentCard, type Writer } from './CommentCard.tsx';
import type { StoryComments, ThreadFilter } from './StoryComments.ts';
import { nameOf, placeOf, threadName, wordsOf } from './threadText.ts';
import './review.css';

interface CommentsSectionProps {
  readonly comments: StoryComments;
  readonly writer: Writer;
}

const FILTERS: readonly {
  readonly filter: ThreadFilter;
  readonly label: string;
}[] = [
  { filter: 'open', label: 'Open' },
  { filter: 'resolved', label: 'Resolved' },
  { filter: 'all', label: 'All' },
];

const NO_SPOTS = new Signal<readonly { readonly id: ThreadId; readonly top: number }[]>([]);

/** All that was said of the story: in reading order, what is open first; and notes on the story as a whole. */
export function CommentsSection({ comments, writer }: CommentsSectionProps) {
  const { threads } = useSignal(comments.review);
  const draft = useSignal(comments.draft);
  const filter = useSignal(comments.filter);
  const page = useSignal(comments.page);
  const chosen = useSignal(comments.chosen);
  const order = useSignal(page?.spots ?? NO_SPOTS).map(({ id }) => id);

  const listed = threads
    .filter((thread) => filter === 'all' || isOpen(thread) === (filter === 'open'))
    .toSorted(
      (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || rankOf(order, one.id) - rankOf(order, other.id),
    );
  const onText = listed.filter(({ about }) => about.kind !== 'story');
  const notes = listed.filter(({ about }) => about.kind === 'story');
  const openCount = threads.filter(isOpen).length;
  const card = (thread: Parameters<typeof CommentCard>[0]['thread']) => (
    <CommentCard
      thread={thread}
      comments={comments}
      writer={writer}
      isChosen={thread.id === chosen}
      isStop
      showsWords={thread.about.kind !== 'story'}
    />
  );
  return (
    <>
      <section aria-labelledby="review-comments" className="comments-section">
        <div className="section-head">
          <h3 className="section-name" id="review-comments">
            Comments
          </h3>
          {threads.length > 0 && (
            <div className="thread-filter" role="radiogroup" aria-label="Comments shown">
              {FILTERS.map(({ filter: value, label }) => (
                <label key={value} className="thread-choice">
                  <input
                    type="radio"
                    name="comments-shown"
                    checked={filter === value}
                    onChange={() => comments.setFilter(value)}
                  />
                  {label}
                </label>
              ))}
            </div>
          )}
        </div>
        {onText.length === 0 && (
          <p className="aside-note">
            {openCount === 0 && filter === 'open'
              ? 'Nothing is open. Select words on the page and press Comment.'
              : 'None of these.'}
          </p>
        )}
        <ul className="thread-list">
          {onText.map((thread) => (
            <li key={thread.id}>
              {order.includes(thread.id) ? (
                <ThreadRow thread={thread} onGo={() => go(comments, thread.id)} isChosen={thread.id === chosen} />
              ) : (
                <>
                  <p className="thread-lost">Its words are gone. It stood in {placeOf(thread.about)}:</p>
                  {card(thread)}
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="review-desk-notes" className="comments-section">
        <div className="section-head">
          <h3 className="section-name" id="review-desk-notes">
            Desk notes
          </h3>
          <Button look="link" onClick={() => comments.beginOnStory()}>
            Add a note…
          </Button>
        </div>
        {draft?.about.kind === 'story' && card(draft)}
        <ul className="thread-list">
          {notes.map((thread) => (
            <li key={thread.id}>{card(thread)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function rankOf(order: readonly ThreadId[], id: ThreadId): number {
  const at = order.indexOf(id);
  // What has no place any more comes last.
  return at < 0 ? order.length : at;
}

function go(comments: StoryComments, id: ThreadId): void {
  comments.returnToWords(id);
  comments.choose(id, true);
}

interface ThreadRowProps {
  readonly thread: Thread;
  readonly isChosen: boolean;
  readonly onGo: () => void;
}

/** A thread that has its place on the page, in short; a press goes there. */
function ThreadRow({ thread, isChosen, onGo }: ThreadRowProps) {
  const [first] = thread.notes;
  const replies = thread.notes.length - 1;
  const facts = [
    ...(isOpen(thread) ? [] : ['Resolved']),
    ...(replies > 0 ? [countText(replies, 'reply', 'replies')] : []),
  ];
  return (
    <button
      type="button"
      className="thread-row"
      aria-label={threadName(thread)}
      title={first?.text}
      aria-current={isChosen || undefined}
      data-settled={!isOpen(thread) || undefined}
      onClick={onGo}
    >
      <span className="comment-words" dir="auto">
        {wordsOf(thread.about) || placeOf(thread.about)}
      </span>
      <span className="thread-said" dir="auto">
        <bdi className="note-by">{nameOf(first?.by ?? '')}</bdi> {first?.text || 'Taken back.'}
      </span>
      {facts.length > 0 && <span className="comment-more">{facts.join(' · ')}</span>}
    </button>
  );
}
