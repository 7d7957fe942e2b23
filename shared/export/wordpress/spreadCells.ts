import type { Table, TableCell } from '../../story/block.ts';

/** As wide as HTML lets a cell be (§4.9.11). */
const MAX_SPAN = 1000;
/** More places than any table in a story has: beyond, cells take one each, or a page of spans would fill the memory. */
const MAX_PLACES = 50_000;
const EMPTY: TableCell = { content: [] };

/**
 * Rows in which every cell takes one place: a cell that spanned several keeps its words in the first of them, the others
 * are empty and head what it headed.
 */
export function spreadCells(rows: Table['rows']): TableCell[][] {
  const grid: TableCell[][] = rows.map(() => []);
  let places = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x += 1;
      const isFull = places > MAX_PLACES;
      const width = isFull ? 1 : Math.min(cell.colSpan ?? 1, MAX_SPAN);
      const height = isFull ? 1 : Math.min(cell.rowSpan ?? 1, rows.length - y, MAX_SPAN);
      places += width * height;
      for (let down = 0; down < height; down += 1) {
        for (let along = 0; along < width; along += 1) {
          const line = grid[y + down];
          if (line && !line[x + along]) line[x + along] = bare(cell, down === 0 && along === 0);
        }
      }
      x += width;
    }
  });
  return grid.map((line) => Array.from(line, (cell) => cell ?? EMPTY));
}

function bare({ content, header }: TableCell, isFirst: boolean): TableCell {
  return { content: isFirst ? content : [], ...(header ? { header } : {}) };
}
