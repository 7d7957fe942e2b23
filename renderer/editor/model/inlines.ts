import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  createState,
  TEXT_TYPE_TO_FORMAT,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import {
  KNOWN_MARKS,
  type Inline,
  type KnownMark,
  type LineBreak,
  type TextInline,
} from '../../../shared/story/inline.ts';

const NO_MARKS: readonly string[] = [];

/** Marks this version does not draw: they ride on their words and are stored again as they came. */
const otherMarksState = createState('marks', {
  parse: (value): readonly string[] =>
    Array.isArray(value) ? value.filter((mark): mark is string => typeof mark === 'string') : NO_MARKS,
  isEqual: (a, b) => a === b || (a.length === b.length && a.every((mark, index) => mark === b[index])),
});

/** The marks of a text that the editor does not draw as formats. */
export function $getOtherMarks(node: TextNode): readonly string[] {
  return $getState(node, otherMarksState);
}

/** Gives a text these marks beside its formats, and no others. */
export function $setOtherMarks(node: TextNode, marks: readonly string[]): void {
  $setState(node, otherMarksState, marks.length === 0 ? NO_MARKS : [...new Set(marks)].sort());
}

function isKnown(mark: string): mark is KnownMark {
  return (KNOWN_MARKS as readonly string[]).includes(mark);
}

function $createText(text: string, marks: readonly string[] = NO_MARKS): TextNode {
  const node = $createTextNode(text);
  let format = 0;
  for (const mark of marks) if (isKnown(mark)) format |= TEXT_TYPE_TO_FORMAT[mark] ?? 0;
  node.setFormat(format);
  const others = marks.filter((mark) => !isKnown(mark));
  return others.length > 0 ? $setState(node, otherMarksState, others) : node;
}

/** Nodes for a plain string, a line break for each `\n`. */
export function $createPlainNodes(text: string, marks?: readonly string[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  text.split('\n').forEach((line, index) => {
    if (index > 0) nodes.push($createLineBreakNode());
    if (line !== '') nodes.push($createText(line, marks));
  });
  return nodes;
}

/** Nodes for the words of a block. */
export function $createInlineNodes(content: readonly Inline[]): LexicalNode[] {
  return content.flatMap((inline): LexicalNode[] => {
    switch (inline.type) {
      case 'text':
        return $createPlainNodes(inline.text, inline.marks);
      case 'lineBreak':
        return [$createLineBreakNode()];
      case 'link': {
        if (inline.children.length === 0) return [];
        const link = $createLinkNode(inline.url, { rel: null, title: inline.title ?? null });
        return [link.append(...$createInlineNodes(inline.children))];
      }
    }
  });
}

function $readText(node: TextNode): TextInline {
  const format = node.getFormat();
  const text = node.getTextContent();
  const others = $getOtherMarks(node);
  if (format === 0 && others.length === 0) return { type: 'text', text };
  const marks: string[] = KNOWN_MARKS.filter((mark) => (format & (TEXT_TYPE_TO_FORMAT[mark] ?? 0)) !== 0);
  marks.push(...others);
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

function sameMarks(a: TextInline, b: TextInline): boolean {
  return (a.marks ?? NO_MARKS).join() === (b.marks ?? NO_MARKS).join();
}

/** Appends, keeping one run for words with the same marks. */
function pushLeaf(run: (Inline | TextInline | LineBreak)[], leaf: TextInline | LineBreak): void {
  const last = run.at(-1);
  if (leaf.type === 'text' && last?.type === 'text' && sameMarks(leaf, last)) {
    run[run.length - 1] = { ...last, text: last.text + leaf.text };
  } else run.push(leaf);
}

function $readLeaves(element: ElementNode, run: (TextInline | LineBreak)[]): void {
  for (const child of element.getChildren()) {
    if ($isLineBreakNode(child)) run.push({ type: 'lineBreak' });
    else if ($isTextNode(child)) {
      if (child.getTextContentSize() > 0) pushLeaf(run, $readText(child));
    } else if ($isElementNode(child)) $readLeaves(child, run);
  }
}

/** The words among these nodes, as they are stored. Whatever is not text, break or link gives its words only. */
export function $readInlines(nodes: readonly LexicalNode[]): Inline[] {
  const run: Inline[] = [];
  for (const node of nodes) {
    if ($isLineBreakNode(node)) run.push({ type: 'lineBreak' });
    else if ($isTextNode(node)) {
      if (node.getTextContentSize() > 0) pushLeaf(run, $readText(node));
    } else if ($isLinkNode(node)) {
      const children: (TextInline | LineBreak)[] = [];
      $readLeaves(node, children);
      if (children.length === 0) continue;
      const title = node.getTitle();
      run.push({ type: 'link', url: node.getURL(), ...(title ? { title } : {}), children });
    } else if ($isElementNode(node)) {
      const leaves: (TextInline | LineBreak)[] = [];
      $readLeaves(node, leaves);
      for (const leaf of leaves) pushLeaf(run, leaf);
    }
  }
  return run;
}
