import type { Block, ListItem } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';

/** A link of a block and where its words stand. */
export interface PlacedLink {
  readonly url: string;
  readonly text: string;
  /** UTF-16 offset in the slot's text. */
  readonly start: number;
  readonly slot: 'content' | 'caption';
}

const known = new WeakMap<Block, readonly PlacedLink[]>();

/** The links of a block in order, with offsets in its `blockText`, or in its caption. Kept as long as the block is. */
export function linksOf(block: Block): readonly PlacedLink[] {
  let links = known.get(block);
  if (!links) known.set(block, (links = readLinks(block)));
  return links;
}

function readLinks(block: Block): PlacedLink[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'pullQuote':
      return inlineLinks(block.content, 0, 'content');
    case 'figure':
      return inlineLinks(block.caption, 0, 'caption');
    case 'list':
      return itemLinks(block.items).links;
    case 'table': {
      const links: PlacedLink[] = [];
      let at = 0;
      for (const cell of block.rows.flat()) {
        links.push(...inlineLinks(cell.content, at, 'content'));
        at += inlineText(cell.content).length + 1;
      }
      return links;
    }
    default:
      return [];
  }
}

function itemLinks(items: readonly ListItem[], from = 0): { links: PlacedLink[]; end: number } {
  const links: PlacedLink[] = [];
  let at = from;
  for (const item of items) {
    links.push(...inlineLinks(item.content, at, 'content'));
    at += inlineText(item.content).length + 1;
    if (item.list) {
      const inner = itemLinks(item.list.items, at);
      links.push(...inner.links);
      at = inner.end;
    }
  }
  return { links, end: at };
}

function inlineLinks(content: readonly Inline[], from: number, slot: PlacedLink['slot']): PlacedLink[] {
  const links: PlacedLink[] = [];
  let at = from;
  for (const inline of content) {
    const text = inlineText([inline]);
    if (inline.type === 'link') links.push({ url: inline.url, text, start: at, slot });
    at += text.length;
  }
  return links;
}
