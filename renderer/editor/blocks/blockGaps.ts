import { $getNearestNodeFromDOMNode, type LexicalEditor, type NodeKey } from 'lexical';

/** A place between two blocks, as the block beside it, and where it is in the window (px). */
export interface BlockGap {
  readonly key: NodeKey;
  readonly side: 'before' | 'after';
  readonly y: number;
  /** In a row of a gallery, beside whose picture it stands: what lands here joins it. */
  readonly inRow?: { readonly x: number; readonly height: number };
}

/** A block as drawn. */
interface Drawn {
  readonly element: Element;
  readonly box: DOMRect;
}

function draw(element: Element): Drawn {
  return { element, box: element.getBoundingClientRect() };
}

/**
 * The blocks drawn at this height, or the nearest ones above it, or the first: one block, or the pictures of one row of a
 * gallery.
 */
function rowAtHeight(editor: LexicalEditor, y: number): readonly Drawn[] {
  const blocks = editor.getRootElement()?.children;
  if (!blocks) return [];
  // Blocks follow each other down the page; looking at each would lay a long story out.
  let first = 0;
  let last = blocks.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= y) first = middle;
    else last = middle - 1;
  }
  const found = blocks[first];
  return found ? rowOf(found) : [];
}

function rowOf(element: Element): readonly Drawn[] {
  const first = draw(element);
  const row = [first];
  const { top } = first.box;
  const isInRow = (next: Element | null): next is Element => {
    return isInGallery(next) && Math.abs(next.getBoundingClientRect().top - top) < 1;
  };
  if (!isInGallery(element)) return row;
  for (let at = element.previousElementSibling; isInRow(at); at = at.previousElementSibling) row.unshift(draw(at));
  for (let at = element.nextElementSibling; isInRow(at); at = at.nextElementSibling) row.push(draw(at));
  return row;
}

/** Whether a block stands in a row of a gallery. */
export function isInGallery(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.dataset['galleryPlace'] !== undefined;
}

/** The first block drawn at this height, or the nearest one above it, or the first. */
export function blockAtHeight(editor: LexicalEditor, y: number): Element | null {
  return rowAtHeight(editor, y)[0]?.element ?? null;
}

/** The block at a point of the window, or beside it at its height. */
export function blockAtPoint(editor: LexicalEditor, x: number, y: number): Element | null {
  const row = rowAtHeight(editor, y);
  const under = row.find(({ box }) => box.left <= x && x <= box.right);
  return (under ?? row[0])?.element ?? null;
}

/** The node a block's element stands for. */
export function keyOfBlock(editor: LexicalEditor, element: Element): NodeKey | null {
  return editor.read(() => $getNearestNodeFromDOMNode(element)?.getKey() ?? null);
}

/** The gap between blocks that is nearest to a point of the window: beside a block of a row, else above or below one. */
export function gapAtPoint(editor: LexicalEditor, x: number, y: number): BlockGap | null {
  const row = rowAtHeight(editor, y);
  const first = row[0];
  const last = row.at(-1);
  if (!first || !last) return null;
  const bottom = Math.max(...row.map(({ box }) => box.bottom));
  const next = last.element.nextElementSibling;
  const isRow = isInGallery(first.element);
  // Between two rows is still inside the gallery.
  if (isRow && y >= first.box.top && (y <= bottom || isInGallery(next))) return gapInRow(editor, row, x, bottom);
  const isBefore = y < (isRow ? first.box.top : (first.box.top + bottom) / 2);
  const key = keyOfBlock(editor, isBefore ? first.element : last.element);
  if (key === null) return null;
  if (isBefore) return { key, side: 'before', y: first.box.top };
  return { key, side: 'after', y: next?.getBoundingClientRect().top ?? bottom };
}

function gapInRow(editor: LexicalEditor, row: readonly Drawn[], x: number, bottom: number): BlockGap | null {
  const isRtl = row.some(({ element }) => element.parentElement?.matches(':dir(rtl)'));
  const last = row.at(-1);
  const follows = row.find(({ box }) => {
    const middle = (box.left + box.right) / 2;
    return isRtl ? x > middle : x < middle;
  });
  const beside = follows ?? last;
  const key = beside ? keyOfBlock(editor, beside.element) : null;
  if (!beside || key === null) return null;
  const { left, right, top } = beside.box;
  const side = follows ? 'before' : 'after';
  const isLeftEdge = (side === 'before') !== isRtl;
  return { key, side, y: top, inRow: { x: isLeftEdge ? left : right, height: bottom - top } };
}
