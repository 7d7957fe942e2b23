import type { Table, TableCell } from '../../story/block.ts';
import { inlineText } from '../../story/plainText.ts';
import { headRowCount } from '../html/htmlTable.ts';
import { firstStrongDirection, type Direction } from '../textDirection.ts';
import { blockBookmark } from './bookmarks.ts';
import { paragraph } from './wordParagraph.ts';
import { wordRuns, type RunParts, type RunPlace } from './wordRuns.ts';

/** Word has no wider table. */
const MOST_COLUMNS = 63;
const WIDTH = 9026;

/** A cell in its row: its own, one that goes on from above, or one nobody filled. */
interface Placed {
  readonly cell: TableCell | null;
  /** Its place among the cells of its row. */
  readonly at: number;
  readonly span: number;
  readonly merge: 'begins' | 'goesOn' | null;
}

/** A table as wide as the page. Cells that span stay whole, and rows of headings are repeated on each page. */
export function wordTable(
  { id, rows }: Pick<Table, 'id' | 'rows'>,
  direction: Direction,
  place: RunPlace,
  into: RunParts,
): string {
  const filled = rows.filter((row) => row.length > 0);
  const grid = layOut(filled);
  const columns = Math.max(1, ...grid.map(width));
  const column = Math.floor(WIDTH / columns);
  const heads = headRowCount(filled);
  const written = grid.map((row, index) => {
    const missing = columns - width(row);
    const whole: Placed[] = missing > 0 ? [...row, { cell: null, at: 0, span: missing, merge: null }] : row;
    const cells = whole.map((placed) =>
      cellXml(
        placed,
        placed.cell ? blockBookmark(id, `cell${index}x${placed.at}`) : undefined,
        column,
        direction,
        place,
        into,
      ),
    );
    const own = (index < heads ? '<w:tblHeader/>' : '') + (into.tracks?.changesOf(blockBookmark(id)) ?? '');
    return `<w:tr>${own && `<w:trPr>${own}</w:trPr>`}${cells.join('')}</w:tr>`;
  });
  const visual = direction === 'rtl' ? '<w:bidiVisual/>' : '';
  const own = `<w:tblPr><w:tblStyle w:val="TableGrid"/>${visual}<w:tblW w:w="${WIDTH}" w:type="dxa"/></w:tblPr>`;
  const gridXml = `<w:tblGrid>${`<w:gridCol w:w="${column}"/>`.repeat(columns)}</w:tblGrid>`;
  // Two tables one right after another would be one.
  return `<w:tbl>${own}${gridXml}${written.join('')}</w:tbl>${paragraph({ style: 'AfterTable', direction }, '')}`;
}

function width(row: readonly Placed[]): number {
  return row.reduce((sum, { span }) => sum + span, 0);
}

interface Above {
  readonly rows: number;
  readonly span: number;
}

/** Each row's cells in their columns, those that reach down from above between them. */
function layOut(rows: Table['rows']): Placed[][] {
  let above = new Map<number, Above>();
  return rows.map((row) => {
    const below = new Map<number, Above>();
    const placed: Placed[] = [];
    let at = 0;
    const goOn = () => {
      for (let cell = above.get(at); cell; cell = above.get(at)) {
        placed.push({ cell: null, at: 0, span: cell.span, merge: 'goesOn' });
        if (cell.rows > 1) below.set(at, { rows: cell.rows - 1, span: cell.span });
        at += cell.span;
      }
    };
    for (const [index, cell] of row.entries()) {
      goOn();
      const next = Math.min(MOST_COLUMNS, ...[...above.keys()].filter((column) => column > at));
      const span = Math.max(1, Math.min(cell.colSpan ?? 1, next - at));
      const rest = (cell.rowSpan ?? 1) - 1;
      placed.push({ cell, at: index, span, merge: rest > 0 ? 'begins' : null });
      if (rest > 0) below.set(at, { rows: rest, span });
      at += span;
    }
    goOn();
    above = below;
    return placed;
  });
}

function cellXml(
  { cell, span, merge }: Placed,
  name: string | undefined,
  column: number,
  around: Direction,
  place: RunPlace,
  into: RunParts,
): string {
  const content = cell?.content ?? [];
  const direction = firstStrongDirection(inlineText(content)) ?? around;
  const own = [
    `<w:tcW w:w="${column * span}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    merge === null ? '' : merge === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
  ].join('');
  const style = cell?.header ? 'TableHeading' : 'TableText';
  const runs = wordRuns(content, { ...place, direction }, into);
  return `<w:tc><w:tcPr>${own}</w:tcPr>${paragraph({ style, direction, name }, runs)}</w:tc>`;
}
