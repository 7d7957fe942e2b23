import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../../../electron/cli/terminal/formatTable.ts';

const COLUMNS = [{ title: 'SLUG' }, { title: 'WORDS', align: 'right' }, { title: 'HEADLINE' }] as const;

describe('formatTable', () => {
  it('aligns columns whatever script they are in', () => {
    const rows = [
      ['cafe', '12', 'One'],
      ['قصة', '1200', 'حياة'],
      ['東京', '3', ''],
    ];
    expect(formatTable(COLUMNS, rows, null)).toEqual([
      'SLUG  WORDS  HEADLINE',
      'cafe     12  One',
      '\u2068قصة\u2069    1200  \u2068حياة\u2069',
      '東京      3',
    ]);
  });

  it('keeps every row on its line and harmless', () => {
    const [, row] = formatTable(COLUMNS, [['a\nb', '1', '\u001b[31mred\u202e']], null);
    expect(row).toBe('a b       1  [31mred');
  });

  it('cuts the last column to the width of a terminal, and no other', () => {
    const headline = 'A headline much longer than this terminal is wide';
    const [, row] = formatTable(COLUMNS, [['slug', '1', headline]], 40);
    expect(row).toBe('slug      1  A headline much longer tha…');
    expect(formatTable(COLUMNS, [['slug', '1', headline]], 10)[1]).toBe('slug      1  A headline much lon…');
    expect(formatTable(COLUMNS, [['slug', '1', headline]], null)[1]).toContain(headline);
  });
});
