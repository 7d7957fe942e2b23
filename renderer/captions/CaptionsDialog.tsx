import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { UsedCaption } from '../../shared/ipc/captionSchemas.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { CaptionPages } from './CaptionPages.ts';
import { CaptionRow } from './CaptionRow.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSignal } from '../ui/Signal.ts';
import './captions.css';

interface CaptionsDialogProps {
  readonly library: LibraryClient;
  readonly onChoose: (chosen: UsedCaption) => void;
  readonly onClose: () => void;
}

const ROW_HEIGHT = 92;

/**
 * Every caption and credit of the library, to use one again. The keyboard stays in the search box, which moves through what
 * is found; of that only what is in view is drawn and read.
 */
export function CaptionsDialog({ library, onChoose, onClose }: CaptionsDialogProps) {
  const [pages] = useState(() => new CaptionPages(library));
  const { query, total, rows, problem } = useSignal(pages.view);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => pages.search(''), [pages]);

  const count = total ?? 0;
  const current = Math.min(at, count - 1);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => pages.show(first, last), [pages, query, first, last]);

  function moveTo(index: number): void {
    if (count === 0) return;
    const next = Math.min(count - 1, Math.max(0, index));
    setAt(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
    };
    const target = steps[event.key];
    const chosen = rows.get(current);
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && chosen) onChoose(chosen);
    else return;
    event.preventDefault();
  }

  const isEmpty = total === 0;
  return (
    <Dialog title="Captions" size="wide" initialFocus={input} onClose={onClose}>
      <div className="captions">
        <input
          ref={input}
          className="input"
          type="text"
          role="combobox"
          aria-label="Search captions and credits"
          aria-expanded={count > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={rows.has(current) ? `${id}-${current}` : undefined}
          placeholder="Words of a caption or a credit"
          dir="auto"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            scroller.current?.scrollTo(0, 0);
            pages.search(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <p className="aside-note" role="status">
          {total === null ? 'Reading the captions…' : countLine(total)}
        </p>
        {problem !== null && <p role="alert">{problem}</p>}
        {isEmpty && typed.trim() === '' && (
          <EmptyState title="No captions yet">
            <p>The captions and credits of every picture in this library will be found here.</p>
          </EmptyState>
        )}
        {isEmpty && typed.trim() !== '' && <EmptyState title="Nothing found" />}
        <div className="captions-list scrolls" ref={scroller} hidden={count === 0}>
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label="Captions"
            style={{ height: virtualizer.getTotalSize() }}
            className="captions-rows"
          >
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows.get(item.index);
              return (
                row && (
                  <CaptionRow
                    key={item.key}
                    id={`${id}-${item.index}`}
                    row={row}
                    isCurrent={item.index === current}
                    place={{ index: item.index, total: count, top: item.start, height: ROW_HEIGHT }}
                    onChoose={() => onChoose(row)}
                  />
                )
              );
            })}
          </div>
        </div>
        {count > 0 && <p className="aside-note">Enter puts caption and credit into the picture the caret is in.</p>}
      </div>
    </Dialog>
  );
}

function countLine(total: number): string {
  return total === 1 ? '1 caption' : `${total} captions`;
}
