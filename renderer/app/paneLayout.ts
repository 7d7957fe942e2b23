/** The panes people asked for. */
export interface WantedPanes {
  readonly library: boolean;
  readonly inspector: boolean;
  readonly libraryWidth: number;
  readonly inspectorWidth: number;
}

/** The panes there is room for. */
export interface ShownPanes {
  readonly library: boolean;
  readonly inspector: boolean;
}

export const LIBRARY_WIDTH = { min: 200, max: 600 } as const;
export const INSPECTOR_WIDTH = { min: 220, max: 600 } as const;

/** The page is never squeezed below this (px): a line of copy stays a line. */
const MIN_PAGE = 480;

/**
 * What to show in a window `width` px wide. When there is no room for both panes the one asked for last stays; when there is
 * no room for either, the page has the window to itself.
 */
export function fitPanes(
  width: number,
  wanted: WantedPanes,
  last: 'library' | 'inspector',
  focused: boolean,
): ShownPanes {
  if (focused) return { library: false, inspector: false };
  let { library, inspector } = wanted;
  if (library && inspector && width - wanted.libraryWidth - wanted.inspectorWidth < MIN_PAGE) {
    if (last === 'inspector') library = false;
    else inspector = false;
  }
  if (library && width - wanted.libraryWidth < MIN_PAGE) library = last === 'library' && width >= LIBRARY_WIDTH.min * 2;
  if (inspector && width - wanted.inspectorWidth < MIN_PAGE) {
    inspector = last === 'inspector' && width >= INSPECTOR_WIDTH.min * 2;
  }
  return { library, inspector };
}

/** A width kept inside its limits, in whole pixels. */
export function clampWidth(width: number, limits: { readonly min: number; readonly max: number }): number {
  return Math.round(Math.min(limits.max, Math.max(limits.min, width)));
}
