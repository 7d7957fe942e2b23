import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { StoryRow } from './StoryRow.tsx';
import type { RowsView, StoryRows } from './StoryRows.ts';

interface StoryListProps {
  readonly rows: StoryRows;
  readonly view: RowsView;
  readonly openId: StoryId | null;
  readonly openingId: StoryId | null;
  readonly onOpen: (row: StorySummary) => void;
  readonly onMenu: (row: StorySummary, at: { x: number; y: number }, from: HTMLElement) => void;
  /** A letter was typed on a row: it belongs to the search box. */
  readonly onType: (character: string) => void;
  /** Arrow up from the first row: back to the search box. */
  readonly onLeaveUp: () => void;
}

export const ROW_HEIGHT = 88;

/** All stories, of which only those in view are drawn. One stop for Tab; arrows, Home, End and Page keys inside. */
export function StoryList(props: StoryListProps) {
  const { rows, view, openId, openingId, onOpen, onMenu, onType, onLeaveUp } = props;
  const total = view.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** The row that is to have the keyboard and is not drawn yet, or not read. */
  const wanted = useRef<number | null>(null);
  const [current, setCurrent] = useState(0);
  const now = useMinute();

  const kept = Math.min(current, total - 1);
  const rangeExtractor = useCallback(
    // The row that has the keyboard stays in the document when it is scrolled away, or the keyboard would be lost.
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...(kept >= 0 ? [kept] : [])])].sort((a, b) => a - b),
    [kept],
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    rangeExtractor,
  });

  const visible = virtualizer.range;
  const first = visible?.startIndex ?? 0;
  const last = visible?.endIndex ?? 0;
  useEffect(() => rows.show(Math.max(0, first - 6), last + 6), [rows, view, first, last]);
  useEffect(() => {
    setCurrent(0);
    scroller.current?.scrollTo(0, 0);
  }, [view.filter]);

  /** Gives the keyboard to the row that is to have it, if it is drawn. */
  function focusWanted(): boolean {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return false;
    wanted.current = null;
    row.focus({ preventScroll: true });
    return true;
  }
  useLayoutEffect(() => void focusWanted());

  function moveTo(index: number): void {
    const next = Math.min(total - 1, Math.max(0, index));
    wanted.current = next;
    setCurrent(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    // The row left behind may go from the document before the other one is there: the list keeps the keyboard.
    if (!focusWanted()) list.current?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && current === 0) onLeaveUp();
      else moveTo(target);
    } else if (event.key.length === 1 && event.key !== ' ') {
      event.preventDefault();
      onType(event.key);
    }
  }

  return (
    <div className="story-scroll scrolls" ref={scroller}>
      <ul
        ref={list}
        className="story-list"
        aria-label="Stories"
        tabIndex={-1}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const index = Number((event.target as HTMLElement).dataset['index']);
          if (Number.isInteger(index)) setCurrent(index);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) wanted.current = null;
        }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = view.rows.get(item.index);
          return row ? (
            <StoryRow
              key={row.id}
              row={row}
              index={item.index}
              total={total}
              top={item.start}
              isOpen={row.id === openId}
              isOpening={row.id === openingId}
              isCurrent={item.index === kept}
              now={now}
              onOpen={onOpen}
              onMenu={onMenu}
            />
          ) : (
            <li
              key={item.index}
              className="row-item row-waiting"
              aria-setsize={total}
              aria-posinset={item.index + 1}
              aria-busy
              style={{ transform: `translateY(${item.start}px)` }}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** The time now, to the minute, drawing again when it changes. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
