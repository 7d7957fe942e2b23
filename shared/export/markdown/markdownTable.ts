import type { Table } from '../../story/block.ts';
import { htmlTableRows } from '../html/htmlTable.ts';
import type { Direction } from '../textDirection.ts';
import { markdownInlines } from './markdownInlines.ts';

/** A table with bars where those can say it: one row of headings over rows of as many cells. Otherwise as HTML. */
export function markdownTable(rows: Table['rows'], direction: Direction): string {
  const [head = [], ...body] = rows;
  if (!isPlain(rows)) {
    // Template engines look into HTML as well.
    const html = htmlTableRows(rows, direction).replace(/\{(?=[{%])/g, '&#123;');
    return `<table>\n${html}\n</table>`;
  }
  const lines = [head, ...body].map((row) => barred(row.map((cell) => markdownInlines(cell.content, 'cell'))));
  return [lines[0], barred(head.map(() => '---')), ...lines.slice(1)].join('\n');
}

function isPlain(rows: Table['rows']): boolean {
  const width = rows[0]?.length ?? 0;
  return (
    width > 0 &&
    rows.every((row, index) => {
      const isEven =
        row.length === width && row.every((cell) => (cell.colSpan ?? 1) === 1 && (cell.rowSpan ?? 1) === 1);
      return isEven && row.every((cell) => (cell.header ?? false) === (index === 0));
    })
  );
}

function barred(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
