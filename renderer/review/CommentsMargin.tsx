import { MessageSquare } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { ThreadId } from '../../shared/story/ids.ts';
import { isOpen } from '../../shared/story/review.ts';
import { useSignal, type Signal } from '../ui/Signal.ts';
import { CommentCard, type Writer } from './CommentCard.tsx';
import { stackCards } from './stackCards.ts';
import { isSaid, type StoryComments } from './StoryComments.ts';
import { threadName } from './threadText.ts';
import './review.css';

interface CommentsMarginProps {
  readonly comments: StoryComments;
  readonly spots: Signal<readonly { readonly id: ThreadId; readonly top: number }[]>;
  readonly writer: Writer;
}

/** Pixels between two cards. */
const GAP = 8;

/** The cards beside the sheet, each at its text; where the window has no room for them, signs that open one. */
export function CommentsMargin({ comments, spots, writer }: CommentsMarginProps) {
  const { threads } = useSignal(comments.review);
  const places = useSignal(spots);
  const draft = useSignal(comments.draft);
  const chosen = useSignal(comments.chosen);
  const filter = useSignal(comments.filter);
  const stack = useRef<HTMLElement>(null);

  const shown = places.flatMap(({ id, top }) => {
    const thread = threads.find((one) => one.id === id) ?? (draft?.id === id ? draft : null);
    if (!thread) return [];
    const isHidden = isSaid(thread) && !isOpen(thread) && filter === 'open' && id !== chosen;
    return isHidden ? [] : [{ id, top, thread }];
  });
  const stop = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id;

  useLayoutEffect(() => {
    const list = stack.current;
    if (!list) return undefined;
    const layOut = () => {
      const cards = [...list.children].filter((child) => child instanceof HTMLElement);
      const heights = cards.map((card) => card.offsetHeight);
      const at = cards.findIndex((card) => card.dataset['thread'] === chosen);
      const tops = stackCards(
        cards.map((card, index) => ({
          top: Number(card.dataset['top']),
          height: heights[index] ?? 0,
        })),
        at < 0 ? null : at,
        GAP,
      );
      for (const [index, card] of cards.entries()) card.style.top = `${tops[index] ?? 0}px`;
    };
    layOut();
    const sizes = new ResizeObserver(layOut);
    for (const card of list.children) sizes.observe(card);
    return () => sizes.disconnect();
  });

  if (shown.length === 0) return null;
  const step = (id: ThreadId, by: 1 | -1) => {
    const next = shown[shown.findIndex((one) => one.id === id) + by];
    if (next) comments.choose(next.id, true);
  };
  return (
    <aside className="comments" aria-label="Comments" ref={stack} lang="en" dir="ltr">
      {shown.map(({ id, top, thread }) => (
        <div
          key={id}
          className="comment-place"
          data-thread={id}
          data-top={top}
          data-chosen={id === chosen || undefined}
        >
          <button
            type="button"
            className="comment-sign"
            tabIndex={id === stop ? 0 : -1}
            aria-label={isSaid(thread) ? threadName(thread) : 'New comment'}
            aria-expanded={id === chosen}
            onClick={() => comments.choose(id === chosen ? null : id, true)}
          >
            <MessageSquare size={14} strokeWidth={2} aria-hidden />
          </button>
          <CommentCard
            thread={thread}
            comments={comments}
            writer={writer}
            isChosen={id === chosen}
            isStop={id === stop}
            onStep={step}
          />
        </div>
      ))}
    </aside>
  );
}
