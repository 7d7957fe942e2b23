import { MessageSquare, type LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ThreadId } from '../../shared/story/ids.ts';
import { isOpen } from '../../shared/story/review.ts';
import { useSignal, type Signal } from '../ui/Signal.ts';
import { CommentCard, type Writer } from './CommentCard.tsx';
import { stackCards } from './stackCards.ts';
import { isSaid, type StoryComments } from './StoryComments.ts';
import { threadName } from './threadText.ts';
import './review.css';

/** What else stands in the margin beside its words. */
export interface MarginAside {
  readonly id: string;
  readonly top: number;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean, takesKeyboard: boolean) => void;
  /** `onStep` goes to the card that many further down. */
  readonly draw: (isStop: boolean, onStep: (by: 1 | -1) => void) => ReactNode;
}

interface CommentsMarginProps {
  readonly comments: StoryComments;
  readonly spots: Signal<readonly { readonly id: ThreadId; readonly top: number }[]>;
  readonly writer: Writer;
  readonly asides?: readonly MarginAside[];
}

/** Pixels between two cards. */
const GAP = 8;

/** The cards beside the sheet, each at its text; where the window has no room for them, signs that open one. */
export function CommentsMargin({ comments, spots, writer, asides = [] }: CommentsMarginProps) {
  const { threads } = useSignal(comments.review);
  const places = useSignal(spots);
  const draft = useSignal(comments.draft);
  const chosen = useSignal(comments.chosen);
  const filter = useSignal(comments.filter);
  const stack = useRef<HTMLElement>(null);

  const cards = places.flatMap(({ id, top }): MarginAside[] => {
    const thread = threads.find((one) => one.id === id) ?? (draft?.id === id ? draft : null);
    if (!thread) return [];
    const isHidden = isSaid(thread) && !isOpen(thread) && filter === 'open' && id !== chosen;
    if (isHidden) return [];
    return [
      {
        ...{
          id,
          top,
          icon: MessageSquare,
          isChosen: id === chosen,
          name: isSaid(thread) ? threadName(thread) : 'New comment',
        },
        choose: (isChosen, takesKeyboard) => comments.choose(isChosen ? id : null, takesKeyboard),
        draw: (isStop, onStep) => (
          <CommentCard
            thread={thread}
            comments={comments}
            writer={writer}
            isChosen={id === chosen}
            isStop={isStop}
            onStep={(_id, by) => onStep(by)}
          />
        ),
      },
    ];
  });
  const shown = asides.length === 0 ? cards : [...cards, ...asides].toSorted((one, other) => one.top - other.top);
  const current = shown.find(({ isChosen }) => isChosen)?.id ?? null;
  const stop = current ?? shown[0]?.id;

  useLayoutEffect(() => {
    const list = stack.current;
    if (!list) return undefined;
    const layOut = () => {
      const places = [...list.children].filter((child) => child instanceof HTMLElement);
      const heights = places.map((card) => card.offsetHeight);
      const at = places.findIndex((card) => card.dataset['thread'] === current);
      const tops = stackCards(
        places.map((card, index) => ({
          top: Number(card.dataset['top']),
          height: heights[index] ?? 0,
        })),
        at < 0 ? null : at,
        GAP,
      );
      for (const [index, card] of places.entries()) card.style.top = `${tops[index] ?? 0}px`;
    };
    layOut();
    const sizes = new ResizeObserver(layOut);
    for (const card of list.children) sizes.observe(card);
    return () => sizes.disconnect();
  });

  if (shown.length === 0) return null;
  return (
    <aside className="comments" aria-label="Comments" ref={stack} lang="en" dir="ltr">
      {shown.map(({ id, top, name, icon: Icon, isChosen, choose, draw }, index) => (
        <div key={id} className="comment-place" data-thread={id} data-top={top} data-chosen={isChosen || undefined}>
          <button
            type="button"
            className="comment-sign"
            tabIndex={id === stop ? 0 : -1}
            aria-label={name}
            aria-expanded={isChosen}
            onClick={() => choose(!isChosen, true)}
          >
            <Icon size={14} strokeWidth={2} aria-hidden />
          </button>
          {draw(id === stop, (by) => shown[index + by]?.choose(true, true))}
        </div>
      ))}
    </aside>
  );
}
