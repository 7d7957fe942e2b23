import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { openInTopLayer } from '../ui/openInTopLayer.ts';
import { putBeside, windowBox } from '../ui/placeBeside.ts';
import './popups.css';

interface TextPopoverProps {
  /** Its accessible name. */
  readonly label: string;
  /** The words or the element it is about. */
  readonly anchor: Pick<Range, 'getBoundingClientRect'> | null;
  /** Under which edge of them it opens; the left one if left out. */
  readonly align?: 'start' | 'end';
  readonly initialFocus: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  /** What gets the keyboard back: the text, or a button. */
  readonly giveBack: { focus(): void };
  readonly children: ReactNode;
}

/**
 * A small form under some words of the page, in the browser's own top layer: a click elsewhere or Escape closes it without
 * our help, and so does Tab when it leaves. Draw it to open it.
 */
export function TextPopover({
  label,
  anchor,
  align = 'start',
  initialFocus,
  onClose,
  giveBack,
  children,
}: TextPopoverProps) {
  const popover = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const form = popover.current;
    if (!form) return undefined;
    const hide = openInTopLayer(
      form,
      () => close.current(),
      () => giveBack.focus(),
    );
    putBeside(form, anchor?.getBoundingClientRect() ?? windowBox(), { side: 'below', align, gap: 8 });
    initialFocus.current?.focus();
    return hide;
  }, [anchor, align, initialFocus, giveBack]);

  return (
    <div
      ref={popover}
      className="editor-popover"
      role="dialog"
      aria-label={label}
      popover="auto"
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) onClose();
      }}
    >
      {children}
    </div>
  );
}
