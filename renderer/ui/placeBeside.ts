/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placing {
  readonly side: 'above' | 'below';
  readonly align: 'start' | 'center' | 'end';
  /** Pixels kept between the popup and what it belongs to. */
  readonly gap: number;
}

const EDGE = 8;

/**
 * Where a popup of this size goes beside `anchor`: on the wanted side if it fits there, else on the other, and never
 * over the edge of the window. Answers its left and top in the window.
 */
export function placeBeside(
  anchor: Box,
  popup: { readonly width: number; readonly height: number },
  view: Box,
  { side, align, gap }: Placing,
): { left: number; top: number } {
  const above = anchor.top - gap - popup.height;
  const below = anchor.bottom + gap;
  const fitsAbove = above >= view.top + EDGE;
  const fitsBelow = below + popup.height <= view.bottom - EDGE;
  const goesAbove = side === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
  const left =
    align === 'start'
      ? anchor.left
      : align === 'end'
        ? anchor.right - popup.width
        : (anchor.left + anchor.right - popup.width) / 2;
  const leftmost = view.left + EDGE;
  const topmost = view.top + EDGE;
  return {
    left: Math.round(Math.max(leftmost, Math.min(left, view.right - EDGE - popup.width))),
    top: Math.round(Math.max(topmost, Math.min(goesAbove ? above : below, view.bottom - EDGE - popup.height))),
  };
}

/** Puts a popup that is drawn beside `anchor`, inside the window. */
export function putBeside(popup: HTMLElement, anchor: Box, placing: Placing): void {
  const size = { width: popup.offsetWidth, height: popup.offsetHeight };
  const { left, top } = placeBeside(anchor, size, windowBox(), placing);
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
}

/** The window's inside as a box. */
export function windowBox(): Box {
  return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
}
