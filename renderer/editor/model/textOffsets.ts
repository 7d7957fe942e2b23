import {
  $createRangeSelection,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';

/** Which characters of a text a stretch covers: UTF-16 offsets, counted as `shared/story/plainText.ts` counts. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

interface Leaf extends TextStretch {
  readonly node: LexicalNode;
}

/** An element that holds words: a paragraph, a list's item, a cell's paragraph, a slot. */
export interface Line extends TextStretch {
  readonly element: ElementNode;
  readonly leaves: readonly Leaf[];
}

function $isBlockElement(node: LexicalNode): node is ElementNode {
  return $isElementNode(node) && !node.isInline();
}

/** The words of a block or a slot line by line, with their places in its text; lines are parted by one character. */
export function $readLines(within: ElementNode): Line[] {
  const lines: Line[] = [];
  let at = 0;
  const readLeaves = (element: ElementNode, leaves: Leaf[]): void => {
    for (const child of element.getChildren()) {
      if ($isBlockElement(child)) continue;
      if ($isElementNode(child)) readLeaves(child, leaves);
      else {
        const start = at;
        at += child.getTextContentSize();
        leaves.push({ node: child, start, end: at });
      }
    }
  };
  const read = (element: ElementNode): void => {
    const children = element.getChildren();
    const blocks = children.filter($isBlockElement);
    if (blocks.length < children.length || blocks.length === 0) {
      if (lines.length > 0) at += 1;
      const start = at;
      const leaves: Leaf[] = [];
      readLeaves(element, leaves);
      lines.push({ element, leaves, start, end: at });
    }
    for (const block of blocks) read(block);
  };
  read(within);
  return lines;
}

/** How far into the text of `within` (a block or a slot) a point is. */
export function $offsetOfPoint(within: ElementNode, point: PointType): number {
  const at = point.getNode();
  const lines = $readLines(within);
  const line = lines.find(({ element }) => element.is(at) || element.isParentOf(at));
  if (!line) return 0;
  if (point.type === 'text') return (line.leaves.find(({ node }) => node.is(at))?.start ?? line.start) + point.offset;
  const next = $isElementNode(at) ? at.getChildAtIndex(point.offset) : null;
  const after = next && line.leaves.find(({ node }) => node.is(next) || next.isParentOf(node));
  if (after) return after.start;
  const inside = line.leaves.findLast(({ node }) => at.isParentOf(node));
  return inside?.end ?? line.start;
}

function $setPoint(point: PointType, lines: readonly Line[], offset: number): void {
  const line = lines.find(({ end }) => offset <= end) ?? lines.at(-1);
  if (!line) return;
  const at = Math.max(line.start, Math.min(offset, line.end));
  const text = line.leaves.find(({ node, start, end }) => $isTextNode(node) && start <= at && at <= end);
  if (text) {
    point.set(text.node.getKey(), at - text.start, 'text');
    return;
  }
  // Beside a line break, or in an empty line: between the children of whatever holds them.
  const before = line.leaves.findLast(({ end }) => end <= at);
  const parent = before?.node.getParent();
  if (before && parent) point.set(parent.getKey(), before.node.getIndexWithinParent() + 1, 'element');
  else point.set(line.element.getKey(), 0, 'element');
}

/** A selection over a stretch of the text of a block or a slot, as near as the text as it is now allows. */
export function $createStretchSelection(within: ElementNode, { start, end }: TextStretch): RangeSelection {
  const selection = $createRangeSelection();
  const lines = $readLines(within);
  $setPoint(selection.anchor, lines, start);
  $setPoint(selection.focus, lines, end);
  return selection;
}
