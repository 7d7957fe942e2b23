import { KNOWN_MARKS, type Inline, type KnownMark, type Link, type TextInline } from '../story/inline.ts';
import { cleanText, isBlank } from './cleanText.ts';
import { exportableUrl } from './exportableUrl.ts';

/** The words of a block as a document nests them: marks around runs, links around runs, no two equal neighbours. */
export type InlineNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'lineBreak' }
  | { readonly type: 'mark'; readonly mark: KnownMark; readonly children: readonly InlineNode[] }
  | { readonly type: 'link'; readonly url: string; readonly title: string; readonly children: readonly InlineNode[] };

interface Leaf {
  readonly marks: readonly KnownMark[];
  readonly node: { readonly type: 'text'; readonly text: string } | { readonly type: 'lineBreak' } | LinkLeaf;
}
interface LinkLeaf {
  readonly type: 'link';
  readonly url: string;
  readonly title: string;
  readonly children: readonly Leaf[];
}

/**
 * Inlines as nested marks, in one way only: the mark that reaches furthest is outermost, ties go by the order of
 * `KNOWN_MARKS`, and code is innermost. Marks no exporter knows are dropped and never split a run; links that must not
 * leave lose their address and keep their words. Line breaks at either end are left out.
 */
export function nestMarks(content: readonly Inline[]): InlineNode[] {
  const leaves = toLeaves(content);
  const first = leaves.findIndex(({ node }) => node.type !== 'lineBreak');
  const end = leaves.findLastIndex(({ node }) => node.type !== 'lineBreak') + 1;
  return first === -1 ? [] : nest(leaves.slice(first, end));
}

/** The same for a piece of such words: line breaks at its ends stay. */
export function nestPiece(content: readonly Inline[]): InlineNode[] {
  return nest(toLeaves(content));
}

function toLeaves(content: readonly Inline[]): Leaf[] {
  const leaves: Leaf[] = [];
  for (const inline of content) {
    if (inline.type === 'text') addText(leaves, inline);
    else if (inline.type === 'lineBreak') leaves.push({ marks: [], node: { type: 'lineBreak' } });
    else addLink(leaves, inline);
  }
  return leaves;
}

/** A link reaches from its first words to its last: breaks at its ends stand outside, and without words there is none. */
function addLink(leaves: Leaf[], link: Link): void {
  const url = exportableUrl(link.url);
  const children = toLeaves(link.children);
  const isWord = ({ node }: Leaf) => node.type === 'text' && !isBlank(node.text);
  const start = url === null ? -1 : children.findIndex(isWord);
  if (url === null || start === -1) {
    for (const child of children) joinLeaf(leaves, child);
    return;
  }
  const isBreak = ({ node }: Leaf) => node.type === 'lineBreak';
  const first = children.findIndex((child) => !isBreak(child));
  const end = children.findLastIndex((child) => !isBreak(child)) + 1;
  const inside = children.slice(first, end);
  const title = cleanText(link.title ?? '');
  leaves.push(...children.slice(0, first));
  leaves.push({ marks: sharedMarks(inside), node: { type: 'link', url, title, children: inside } });
  leaves.push(...children.slice(end));
}

function addText(leaves: Leaf[], { text, marks = [] }: TextInline): void {
  const clean = cleanText(text);
  if (clean === '') return;
  joinLeaf(leaves, {
    marks: KNOWN_MARKS.filter((mark) => marks.includes(mark)),
    node: { type: 'text', text: clean },
  });
}

function joinLeaf(leaves: Leaf[], leaf: Leaf): void {
  const last = leaves.at(-1);
  if (last?.node.type === 'text' && leaf.node.type === 'text' && last.marks.join() === leaf.marks.join()) {
    leaves[leaves.length - 1] = { marks: leaf.marks, node: { type: 'text', text: last.node.text + leaf.node.text } };
  } else leaves.push(leaf);
}

/** What all the words of a link share goes around the link; code stays within, because Markdown has no links in code. */
function sharedMarks(children: readonly Leaf[]): KnownMark[] {
  const texts = children.filter((child) => child.node.type === 'text');
  if (texts.length === 0) return [];
  return KNOWN_MARKS.filter((mark) => mark !== 'code' && texts.every((child) => child.marks.includes(mark)));
}

function nest(leaves: readonly Leaf[]): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (let at = 0; at < leaves.length;) {
    const leaf = leaves[at];
    if (!leaf) break;
    const group = widestMark(leaves, at);
    if (group) {
      const children = leaves.slice(at, group.end).map((inner) => withoutMark(inner, group.mark));
      nodes.push({ type: 'mark', mark: group.mark, children: nest(children) });
      at = group.end;
    } else {
      const { node } = leaf;
      nodes.push(node.type === 'link' ? { ...node, children: nest(node.children) } : node);
      at += 1;
    }
  }
  return nodes;
}

function widestMark(leaves: readonly Leaf[], start: number): { mark: KnownMark; end: number } | null {
  let widest: { mark: KnownMark; end: number } | null = null;
  for (const mark of leaves[start]?.marks ?? []) {
    if (mark === 'code' && widest) continue;
    const end = reach(leaves, start, mark);
    if (!widest || end > widest.end) widest = { mark, end };
  }
  return widest;
}

/** Where a mark that begins at `start` ends. It passes over line breaks between marked words, unless it is code. */
function reach(leaves: readonly Leaf[], start: number, mark: KnownMark): number {
  let end = start;
  for (let at = start; at < leaves.length; at += 1) {
    const leaf = leaves[at];
    if (leaf?.marks.includes(mark)) end = at + 1;
    else if (leaf?.node.type !== 'lineBreak' || mark === 'code') break;
  }
  return end;
}

function withoutMark(leaf: Leaf, mark: KnownMark): Leaf {
  const marks = leaf.marks.filter((one) => one !== mark);
  if (leaf.node.type !== 'link') return { marks, node: leaf.node };
  const children = leaf.node.children.map((child) => withoutMark(child, mark));
  return { marks, node: { ...leaf.node, children } };
}
