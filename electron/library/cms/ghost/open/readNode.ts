import { z } from 'zod';
import { isEmptyBlock } from '../../../../../shared/export/isEmptyBlock.ts';
import { escapeAttribute } from '../../../../../shared/export/html/escapeHtml.ts';
import { htmlToBlocks } from '../../../../../shared/import/htmlToBlocks.ts';
import type { Block, ListItem } from '../../../../../shared/story/block.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import {
  KNOWN_MARKS,
  type Inline,
  type KnownMark,
  type Link,
  type TextInline,
} from '../../../../../shared/story/inline.ts';
import type { LexicalNode } from '../nodeToken.ts';

/** Lexical’s bit of each mark. */
const BITS: Readonly<Record<KnownMark, number>> = {
  ...{ bold: 1, italic: 2, strikethrough: 4, underline: 8, code: 16, subscript: 32, superscript: 64 },
};

const nodeSchema = z.looseObject({
  type: z.string(),
  text: z.string().catch(''),
  format: z.unknown().optional(),
  url: z.string().catch(''),
  title: z.string().nullish().catch(null),
  tag: z.string().catch(''),
  listType: z.string().catch(''),
  start: z.int().catch(1),
  html: z.string().catch(''),
  src: z.string().catch(''),
  alt: z.string().catch(''),
  caption: z.string().catch(''),
  children: z.array(z.looseObject({ type: z.string() })).catch([]),
});

/** A node of a post as a block of ours; null for what Stet has no block for, which stays on the site as it is. */
export function readNode(node: LexicalNode): Block | null {
  const { type, tag, listType, start, children, html, caption, alt } = nodeSchema.parse(node);
  const base = { id: newBlockId() };
  switch (type) {
    case 'horizontalrule':
      return { ...base, type: 'separator' };
    case 'image':
      return readOne(
        `<figure><img src="x:" alt="${escapeAttribute(alt)}"><figcaption>${caption}</figcaption></figure>`,
        'figure',
      );
    case 'html':
      // What Stet writes as HTML, and what Ghost itself makes of a table; any other is the site’s own.
      if (/^\s*<figure class="kg-card pullquote"/.test(html)) return readOne(html, 'pullQuote');
      return /^\s*<table\b[\s\S]*<\/table>\s*$/i.test(html) ? readOne(html, 'table') : null;
    case 'list': {
      const items = readItems(children);
      const kind = kindOf(listType);
      return items && { ...base, type: 'list', kind, ...(kind === 'numbered' && start !== 1 && { start }), items };
    }
    default:
  }
  const content = readInlines(children);
  if (!content) return null;
  switch (type) {
    case 'paragraph':
      return { ...base, type: 'paragraph', content };
    case 'heading':
    case 'extended-heading':
      return { ...base, type: 'heading', level: tag === 'h1' || tag === 'h2' ? 2 : 3, content };
    case 'quote':
    case 'extended-quote':
      return { ...base, type: 'quote', content };
    case 'aside':
      return { ...base, type: 'pullQuote', content, attribution: '', source: null };
    default:
      return null;
  }
}

/** HTML that is one block of this type, as that; null where it is anything else. */
function readOne(html: string, type: Block['type']): Block | null {
  const blocks = htmlToBlocks(html, { isOurs: true }).blocks.filter(
    (block) => block.type === 'figure' || !isEmptyBlock(block),
  );
  const [block] = blocks;
  return block && blocks.length === 1 && block.type === type ? block : null;
}

function kindOf(listType: string): 'bulleted' | 'numbered' {
  return listType === 'number' ? 'numbered' : 'bulleted';
}

/** Lexical has a nested list in an item of its own, after the one it belongs to. */
function readItems(nodes: readonly LexicalNode[]): ListItem[] | null {
  const items: ListItem[] = [];
  for (const node of nodes) {
    const { type, children } = nodeSchema.parse(node);
    if (type !== 'listitem') return null;
    const [first] = children;
    if (first?.type === 'list') {
      const list = nodeSchema.parse(first);
      const inner = readItems(list.children);
      const owner = items.at(-1);
      if (!inner || children.length > 1 || !owner || owner.list) return null;
      owner.list = { kind: kindOf(list.listType), items: inner };
    } else {
      const content = readInlines(children);
      if (!content) return null;
      items.push({ content });
    }
  }
  return items;
}

/** Words with their marks; null where something is among them that is no words. */
function readInlines(nodes: readonly LexicalNode[]): Inline[] | null {
  const content: Inline[] = [];
  for (const node of nodes) {
    const read = readInline(node);
    if (read === null) return null;
    const last = content.at(-1);
    if (read === 'nothing') continue;
    if (read.type === 'text' && last?.type === 'text' && last.marks?.join() === read.marks?.join())
      content[content.length - 1] = { ...last, text: last.text + read.text };
    else content.push(read);
  }
  return content;
}

function readInline(node: LexicalNode): Inline | 'nothing' | null {
  const { type, text, format, url, title, children } = nodeSchema.parse(node);
  switch (type) {
    case 'text':
    case 'extended-text':
    case 'tk':
      return text === '' ? 'nothing' : withMarks(text, typeof format === 'number' ? format : 0);
    case 'tab':
      return { type: 'text', text: ' ' };
    case 'linebreak':
      return { type: 'lineBreak' };
    case 'link':
    case 'autolink': {
      const inner = readInlines(children);
      if (!inner || inner.some((one) => one.type === 'link')) return null;
      return { type: 'link', url, ...(title && { title }), children: inner as Link['children'] };
    }
    default:
      return null;
  }
}

function withMarks(text: string, format: number): TextInline {
  const marks = KNOWN_MARKS.filter((mark) => (format & BITS[mark]) !== 0);
  return { type: 'text', text, ...(marks.length > 0 && { marks }) };
}
