import type { UsedCaption } from '../../shared/ipc/captionSchemas.ts';
import { inlineText } from '../../shared/story/plainText.ts';
import { relativeTime } from '../ui/relativeTime.ts';
import { CaptionThumb } from './CaptionThumb.tsx';

interface CaptionRowProps {
  readonly id: string;
  readonly row: UsedCaption;
  readonly isCurrent: boolean;
  /** Where it stands among all of them: its number, how many there are, and pixels. */
  readonly place: { readonly index: number; readonly total: number; readonly top: number; readonly height: number };
  readonly onChoose: () => void;
}

/** One caption with its picture, its credit, and where it was used last. */
export function CaptionRow({ id, row, isCurrent, place, onChoose }: CaptionRowProps) {
  const { assetId, caption, credit, title, updatedAt, uses } = row;
  const where = [title || 'Untitled', relativeTime(updatedAt, Date.now()), uses > 1 ? `${uses} times` : ''];
  return (
    <div
      id={id}
      className="caption-row"
      role="option"
      aria-selected={isCurrent}
      aria-posinset={place.index + 1}
      aria-setsize={place.total}
      style={{ height: place.height, transform: `translateY(${place.top}px)` }}
      // The keyboard stays in the search box.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="caption-thumb">{assetId !== null && <CaptionThumb id={assetId} />}</span>
      <span className="caption-words">
        <span className="caption-text" dir="auto">
          {inlineText(caption) || 'No caption'}
        </span>
        <span className="caption-credit" dir="auto">
          {credit || 'No credit'}
        </span>
        <span className="caption-where" dir="auto">
          {where.filter((part) => part !== '').join(' · ')}
        </span>
      </span>
    </div>
  );
}
