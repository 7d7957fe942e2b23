import { isBlank } from '../../export/cleanText.ts';
import type { Table, TableCell } from '../../story/block.ts';
import { blockText } from '../../story/plainText.ts';
import { blockBase } from './blockBase.ts';
import { enterElement, type HtmlContext, type HtmlDocument } from './HtmlContext.ts';
import { attribute, findElements, isElement, isText, type HtmlElement } from './htmlTree.ts';
import { InlineSink } from './InlineSink.ts';
import type { ReadBlock, Walk } from './Sink.ts';

/** The most columns a cell may span (HTML §4.9.11). */
const MAX_SPAN = 1000;
/** What a table has beside its rows. */
const BESIDE = new Set(['caption', 'colgroup', 'col']);
const PARTS = new Set(['thead', 'tbody', 'tfoot']);
/** What no cell of figures has in it: a page was laid out with this table. */
const LAID_OUT = new Set(['table', 'h1', 'h2', 'h3', 'article', 'section', 'figure', 'blockquote', 'hr']);
/** A cell with more paragraphs than this is a column of copy. */
const MAX_PARAGRAPHS = 3;

/** What was read of a table: null if no cell has words, and the pictures that stood in its cells. */
export interface ReadTable {
  readonly table: Table | null;
  readonly hoisted: readonly ReadBlock[];
}

/** Whether a table only holds a page together; its cells are then read as what they are, one after the other. */
export function isLayoutTable(element: HtmlElement, document: HtmlDocument): boolean {
  if (document.isOurs) return false;
  const role = attribute(element, 'role');
  if (role === 'presentation' || role === 'none' || !isWhole(element)) return true;
  const cells = rowsOf(element).map(cellsOf);
  if (cells.flat().some((cell) => cell.tagName === 'th')) return false;
  const isPage = cells.flat().some((cell) => {
    const paragraphs = findElements(cell, (inner) => inner.tagName === 'p');
    return findElements(cell, (inner) => LAID_OUT.has(inner.tagName)).length > 0 || paragraphs.length > MAX_PARAGRAPHS;
  });
  return isPage || cells.flat().length <= 1;
}

/** Reads a table of words and figures; `context` is the table element's own. */
export function readTable(element: HtmlElement, context: HtmlContext, document: HtmlDocument, walk: Walk): ReadTable {
  const hoisted: ReadBlock[] = [];
  const rows = rowsOf(element)
    .map((row) => {
      const inRow = enterElement(row, context, document);
      const isHead = row.parentNode !== null && 'tagName' in row.parentNode && row.parentNode.tagName === 'thead';
      return cellsOf(row).map((cell): TableCell => {
        const sink = new InlineSink();
        const inCell = enterElement(cell, isHead ? { ...inRow, isBoldAnyway: true } : inRow, document);
        walk(cell.childNodes, inCell, sink);
        hoisted.push(...sink.hoisted);
        const colSpan = readSpan(cell, 'colspan');
        const rowSpan = readSpan(cell, 'rowspan');
        return {
          content: sink.isEmpty ? [] : sink.take().content,
          ...(cell.tagName === 'th' ? { header: true } : {}),
          ...(colSpan > 1 ? { colSpan } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
        };
      });
    })
    .filter((row) => row.length > 0);
  const draft: Table = { ...blockBase('', context), type: 'table', rows };
  const text = blockText(draft);
  if (isBlank(text)) return { table: null, hoisted };
  return { table: { ...draft, ...blockBase(text, context) }, hoisted };
}

/** Whether all words of a table stand in its cells; where the tree was cut, they may stand beside them. */
function isWhole(element: HtmlElement): boolean {
  return element.childNodes.every((node) => {
    if (isText(node)) return isBlank(node.value);
    if (!isElement(node) || BESIDE.has(node.tagName)) return true;
    if (node.tagName === 'td' || node.tagName === 'th') return element.tagName === 'tr';
    return (node.tagName === 'tr' || PARTS.has(node.tagName)) && isWhole(node);
  });
}

/** The rows of a table, but not those of tables in its cells. */
function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return PARTS.has(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.childNodes.filter(isElement).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

function readSpan(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}
