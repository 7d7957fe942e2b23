import type { Table, TableCell } from '../../story/block.ts';
import { inlineText } from '../../story/plainText.ts';
import { firstStrongDirection, type Direction } from '../textDirection.ts';
import { attributes } from './escapeHtml.ts';
import { htmlInlines } from './htmlInlines.ts';

/** How many rows at the top are headings from end to end. */
export function headRowCount(rows: Table['rows']): number {
  const first = rows.findIndex((row) => row.length === 0 || !row.every((cell) => cell.header));
  return first === -1 ? rows.length : first;
}

/** The rows of a table, heads apart from the body, each heading cell saying what it heads. */
export function htmlTableRows(rows: Table['rows'], around: Direction): string {
  const heads = headRowCount(rows);
  const head = rows.slice(0, heads).map((row) => htmlRow(row, 'col', around));
  const body = rows.slice(heads).map((row) => htmlRow(row, 'row', around));
  return [
    ...(head.length > 0 ? ['<thead>', ...head, '</thead>'] : []),
    ...(body.length > 0 ? ['<tbody>', ...body, '</tbody>'] : []),
  ].join('\n');
}

function htmlRow(row: readonly TableCell[], heads: 'col' | 'row', around: Direction): string {
  return `<tr>${row.map((cell) => htmlCell(cell, heads, around)).join('')}</tr>`;
}

function htmlCell(cell: TableCell, heads: 'col' | 'row', around: Direction): string {
  const tag = cell.header ? 'th' : 'td';
  const span = heads === 'col' ? cell.colSpan : cell.rowSpan;
  const direction = firstStrongDirection(inlineText(cell.content)) ?? around;
  const described = attributes({
    scope: cell.header ? `${heads}${(span ?? 1) > 1 ? 'group' : ''}` : undefined,
    colspan: cell.colSpan,
    rowspan: cell.rowSpan,
    dir: direction === around ? undefined : direction,
  });
  return `<${tag}${described}>${htmlInlines(cell.content)}</${tag}>`;
}
