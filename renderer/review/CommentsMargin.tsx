import { MessageSquare, type LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ThreadId } from '../../shared/story/ids.ts';
import { isOpen, type Thread } from '../../shared/story/review.ts';
import { useSignal, type Signal } from '../ui/Signal.ts';
import { CommentCard, type Writer } from './CommentCard.tsx';
import { stackCards } from './stackCards.ts';
import { isSaid, type StoryComments, type ThreadDraft } from './StoryComments.ts';
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
}

/** A card in the margin: an aside, unless it has a thread. */
interface MarginCard extends MarginAside {
  readonly thread?: Thread | ThreadDraft;
}

interface CommentsMarginProps {
  readonly comments: StoryComments;
  readonly spots: Signal<readonly { readonly id: ThreadId; readonly top: number }[]>;
  readonly writer: Writer;
  readonly asides?: readonly MarginAside[];
  /** Draws the card of one of the asides; `onStep` goes to the card that many further down. */
  readonly renderAside?: (id: string, isStop: boolean, onStep: (by: 1 | -1) => void) => ReactNode;
}

/** Pixels between two cards. */
const GAP = 8;

/** The cards beside the sheet, each at its text; where the window has no room for them, signs that open one. */
export function CommentsMargin({ comments, spots, writer, asides = [], renderAside }: CommentsMarginProps) {
  const { threads } = useSignal(comments.review);
  const places = useSignal(spots);
  const draft = useSignal(comments.draft);
  const chosen = useSignal(comments.chosen);
  const filter = useSignal(comments.filter);
  const stack = useRef<HTMLElement>(null);

  const cards = places.flatMap(({ id, top }): readonly MarginCard[] => {
    const thread = threads.find((one) => one.id === id) ?? (draft?.id === id ? draft : null);
    if (!thread) return [];
    const isHidden = isSaid(thread) && !isOpen(thread) && filter === 'open' && id !== chosen;
    if (isHidden) return [];
    const name = isSaid(thread) ? threadName(thread) : 'New comment';
    const choose: MarginAside['choose'] = (isChosen, takesKeyboard) =>
      comments.choose(isChosen ? id : null, takesKeyboard);
    return [{ id, top, name, icon: MessageSquare, isChosen: id === chosen, choose, thread }];
  });
  const shown: readonly MarginCard[] =
    asides.length === 0 ? cards : [...cards, ...asides].toSorted((one, other) => one.top - other.top);
  const current = shown.find(({ isChosen }) => isChosen)?.id ?? null;
  const stop = current ?? shown[0]?.id;

  useLayoutEffect(() => {
    const list = stack.current;
    if (!list) return undefined;
    const layOut = () => {
      const drawn = [...list.children].filter((child) => child instanceof HTMLElement);
      const heights = drawn.map((card) => card.offsetHeight);
      const at = drawn.findIndex((card) => card.dataset['thread'] === current);
      const tops = stackCards(
        drawn.map((card, index) => ({
          top: Number(card.dataset['top']),
          height: heights[index] ?? 0,
        })),
        at < 0 ? null : at,
        GAP,
      );
      for (const [index, card] of drawn.entries()) card.style.top = `${tops[index] ?? 0}px`;
    };
    layOut();
    const sizes = new ResizeObserver(layOut);
    for (const card of list.children) sizes.observe(card);
    return () => sizes.disconnect();
  });

  if (shown.length === 0) return null;
  return (
    <aside className="comments" aria-label="Comments" ref={stack} lang="en" dir="ltr">
      {shown.map(({ id, top, name, icon: Icon, isChosen, choose, thread }, index) => (
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
          {thread ? (
            <CommentCard
              thread={thread}
              comments={comments}
              writer={writer}
              isChosen={isChosen}
              isStop={id === stop}
              onStep={(_id, by) => shown[index + by]?.choose(true, true)}
            />
          ) : (
            renderAside?.(id, id === stop, (by) => shown[index + by]?.choose(true, true))
          )}
        </div>
      ))}
    </aside>
  );
}
