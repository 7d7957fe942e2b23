import type { Block, ListItem } from '../../story/block.ts';
import type { Inline } from '../../story/inline.ts';
import { inlineText } from '../../story/plainText.ts';
import { storyRule, type Rule, type StorySpot, type StoryView } from '../rule.ts';

interface PlacedLink {
  readonly url: string;
  readonly text: string;
  /** Offset in the slot's text. */
  readonly start: number;
  readonly slot: 'content' | 'caption';
}

const EMPTY_TEXT = /^(?:here|click here|this|this link|link|read more|more|learn more|see here)[.:…»›→\s]*$/i;
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The links of a block with their offsets in `blockText`, or in a caption. */
function linksOf(block: Block): PlacedLink[] {
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

/** What is wrong with an address, by its form alone; null if nothing is. */
export function addressProblem(address: string): string | null {
  const url = address.trim();
  if (url === '') return 'The link leads nowhere.';
  if (/\s/u.test(url)) return `The address “${url}” has a space in it.`;
  if (/^https?:\/\/https?[:/]/i.test(url)) return `The address “${url}” begins twice.`;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return `“${url}” is not a full address: does it lack https://?`;
  }
  if (!SCHEMES.has(parsed.protocol)) return `A story cannot link to “${parsed.protocol}”.`;
  if (/^https?:$/.test(parsed.protocol)) {
    if (/^(?:localhost|127\.|10\.|192\.168\.|\[)|\.local(?::|$)/i.test(parsed.host))
      return `“${url}” leads into your own network.`;
    if (!/\.\p{L}[\p{L}\p{N}-]+(?::\d+)?$/u.test(parsed.host)) return `“${parsed.host}” is no full host name.`;
  }
  return null;
}

function eachLink(view: StoryView, say: (link: PlacedLink) => string | null): StorySpot[] {
  const copies = new Map(view.texts.map((copy) => [copy.key, copy]));
  return view.story.blocks.flatMap((block) =>
    linksOf(block).flatMap((link): StorySpot[] => {
      const message = say(link);
      if (message === null) return [];
      const copy = copies.get(`${block.id}/${link.slot}`);
      const [start, end] = [link.start, link.start + link.text.length];
      return copy
        ? [{ copy, start, end, message }]
        : [{ place: { in: 'block', blockId: block.id, slot: link.slot, start, end }, message }];
    }),
  );
}

/** Links that lead somewhere and say where. Whether the page still answers is asked elsewhere, online. */
export const LINK_RULES: readonly Rule[] = [
  storyRule({
    id: 'link-broken',
    level: 'warn',
    title: 'Link with a broken address',
    why: 'An address with a slip in it leads nowhere, or somewhere else.',
    judge: (_, view) => eachLink(view, ({ url }) => addressProblem(url)),
  }),
  storyRule({
    id: 'link-text',
    level: 'note',
    title: 'Link text that says nothing',
    why: 'Readers, and screen readers, jump from link to link: “here” tells them nothing.',
    judge: (_, view) =>
      eachLink(view, ({ text }) =>
        EMPTY_TEXT.test(text.trim()) ? `The link text “${text.trim()}” does not say where it leads.` : null,
      ),
  }),
];
