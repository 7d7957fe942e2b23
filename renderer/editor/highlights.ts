/**
 * Colours ranges of the page without touching it (`::highlight(name)` in a style sheet); an empty list clears them.
 * The name is the page's, so each feature uses its own.
 */
export function highlightRanges(name: string, ranges: readonly AbstractRange[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
