import { Ellipsis } from 'lucide-react';
import { memo, type CSSProperties, type MouseEvent } from 'react';
import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import { countText } from '../ui/countText.ts';
import { fullTime, relativeTime } from '../ui/relativeTime.ts';
import { RowThumb } from './RowThumb.tsx';

interface StoryRowProps {
  readonly row: StorySummary;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly isOpen: boolean;
  readonly isOpening: boolean;
  /** The one row in the order of Tab. */
  readonly isCurrent: boolean;
  /** The minute it is drawn in, so that "12 min" grows older. */
  readonly now: number;
  readonly onOpen: (row: StorySummary) => void;
  readonly onMenu: (row: StorySummary, at: { x: number; y: number }, from: HTMLElement) => void;
}

/** A story in the list: what it is called, how it begins, where it stands. */
export const StoryRow = memo(function StoryRow(props: StoryRowProps) {
  const { row, index, total, top, isOpen, isOpening, isCurrent, now, onOpen, onMenu } = props;
  const title = row.headline.trim() || row.slug.trim();
  const style: CSSProperties = { transform: `translateY(${top}px)` };

  function onContextMenu(event: MouseEvent<HTMLElement>): void {
    event.preventDefault();
    const button = event.currentTarget.querySelector('button') ?? event.currentTarget;
    const box = button.getBoundingClientRect();
    // The context-menu key has no pointer: the menu opens at the row then.
    const at =
      event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : { x: box.x + 24, y: box.y + 24 };
    onMenu(row, at, button);
  }

  return (
    <li
      className="row-item"
      style={style}
      aria-setsize={total}
      aria-posinset={index + 1}
      onContextMenu={onContextMenu}
      data-open={isOpen || undefined}
    >
      <button
        type="button"
        className="row-button"
        data-index={index}
        tabIndex={isCurrent ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        aria-busy={isOpening || undefined}
        onClick={() => onOpen(row)}
      >
        <span className="row-text">
          <span className="row-title" dir="auto" lang={row.language} data-untitled={title === '' || undefined}>
            {title || 'Untitled'}
          </span>
          <span className="row-words" dir="auto" lang={row.language}>
            {row.firstWords || 'No words yet'}
          </span>
          <span className="row-facts">
            <span className="status-word" data-status={row.status}>
              {STATUS_LABELS[row.status]}
            </span>
            <span>{countText(row.words, 'word', 'words')}</span>
            <time dateTime={row.updatedAt} title={fullTime(row.updatedAt)}>
              {relativeTime(row.updatedAt, now)}
            </time>
            {row.damaged && <span className="row-damaged">Recovered</span>}
          </span>
        </span>
        {row.thumb && <RowThumb id={row.thumb} point={row.thumbPoint} />}
      </button>
      <button
        type="button"
        className="row-more icon-button"
        data-size="small"
        tabIndex={-1}
        aria-label="More"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onMenu(row, { x: box.x, y: box.bottom + 2 }, event.currentTarget);
        }}
      >
        <Ellipsis size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </li>
  );
});
