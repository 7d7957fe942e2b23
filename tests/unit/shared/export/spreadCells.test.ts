import { describe, expect, it } from 'vitest';
import { spreadCells } from '../../../../shared/export/wordpress/spreadCells.ts';
import type { TableCell } from '../../../../shared/story/block.ts';

function cell(text: string, own: Partial<TableCell> = {}): TableCell {
  return { content: [{ type: 'text', text }], ...own };
}

function words(rows: TableCell[][]): string[][] {
  return spreadCells(rows).map((row) =>
    row.map(({ content }) => content.map((one) => ('text' in one ? one.text : '')).join('')),
  );
}

describe('cells without spans', () => {
  it('keep their places', () => {
    const rows = [
      [cell('a', { rowSpan: 2 }), cell('b', { colSpan: 2 })],
      [cell('c'), cell('d')],
    ];
    expect(words(rows)).toEqual([
      ['a', 'b', ''],
      ['', 'c', 'd'],
    ]);
  });

  it('head what the spanning cell headed', () => {
    expect(spreadCells([[cell('a', { colSpan: 2, header: true })]])[0]?.map(({ header }) => header)).toEqual([
      true,
      true,
    ]);
  });

  it('reach no further than the table', () => {
    expect(words([[cell('a', { rowSpan: 9 })], [cell('b')]])).toEqual([['a'], ['', 'b']]);
  });

  it('do not fill the memory, however far the cells of a hostile table reach', () => {
    const rows = Array.from({ length: 500 }, () => [cell('x', { colSpan: 1_000_000, rowSpan: 1_000_000 })]);
    expect(spreadCells(rows).flat().length).toBeLessThan(2_000_000);
  });
});
