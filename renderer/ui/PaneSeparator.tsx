import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

interface PaneSeparatorProps {
  readonly label: string;
  /** Width of the pane it belongs to, in px. */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** On which side of the separator the pane is. */
  readonly pane: 'left' | 'right';
  /** Called while it moves: cheap, draws only. */
  readonly onMove: (width: number) => void;
  /** Called when it has come to rest. */
  readonly onRest: (width: number) => void;
  /** Double click, or Enter: fold the pane away. */
  readonly onFold: () => void;
}

const STEP = 16;

/** The line between two panes: dragged by the pointer, moved by the arrow keys, folded by Enter or a double click. */
export function PaneSeparator({ label, width, min, max, pane, onMove, onRest, onFold }: PaneSeparatorProps) {
  const drag = useRef<{ x: number; width: number; now: number } | null>(null);
  const towardsPane = pane === 'left' ? 1 : -1;
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width, now: width };
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!drag.current) return;
    drag.current.now = clamp(drag.current.width + (event.clientX - drag.current.x) * towardsPane);
    onMove(drag.current.now);
  }
  function onPointerEnd(): void {
    const rested = drag.current;
    drag.current = null;
    if (rested && rested.now !== rested.width) onRest(rested.now);
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const next = nextWidth(event.key);
    if (event.key === 'Enter') onFold();
    else if (next === null) return;
    else onRest(clamp(next));
    event.preventDefault();
  }
  function nextWidth(key: string): number | null {
    if (key === 'ArrowRight') return width + STEP * towardsPane;
    if (key === 'ArrowLeft') return width - STEP * towardsPane;
    if (key === 'Home') return min;
    if (key === 'End') return max;
    return null;
  }

  return (
    <div
      className="pane-separator"
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDoubleClick={onFold}
      onKeyDown={onKeyDown}
    />
  );
}
