import { displayWidth, fitWidth } from './displayWidth.ts';
import { isolate, visibleLine } from './visibleText.ts';

/** A column of a table: its heading, and the side its cells keep to. */
export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

const GAP = '  ';
/** Narrower than this, a cut last column says nothing: then the line may wrap. */
const LEAST_LAST = 20;

/**
 * Lines of aligned columns under their headings. Cells may hold any text: controls are taken out and right-to-left text
 * is isolated, so that no cell moves its neighbours. With `width` (in columns) the last column is cut to fit.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(visibleLine))];
  const last = columns.length - 1;
  const widths = columns.map((_column, index) => Math.max(...cells.map((row) => displayWidth(row[index] ?? ''))));
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + GAP.length, 0);
  const room = width === null ? Infinity : Math.max(width - before, LEAST_LAST);
  return cells.map((row) =>
    columns
      .map(({ align }, index) => {
        const text = row[index] ?? '';
        if (index === last) return isolate(fitWidth(text, room));
        const padding = ' '.repeat((widths[index] ?? 0) - displayWidth(text));
        return align === 'right' ? padding + isolate(text) : isolate(text) + padding;
      })
      .join(GAP)
      .trimEnd(),
  );
}
