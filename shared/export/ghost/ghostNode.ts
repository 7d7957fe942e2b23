/** Text with its marks as bits, as Lexical keeps them. */
interface GhostText {
  readonly type: 'extended-text';
  readonly version: 1;
  readonly detail: 0;
  readonly format: number;
  readonly mode: 'normal';
  readonly style: '';
  readonly text: string;
}

interface GhostLineBreak {
  readonly type: 'linebreak';
  readonly version: 1;
}

/** What holds others: a paragraph, a heading, a list, an item of it, a link … */
export interface GhostElement {
  readonly children: readonly GhostNode[];
  readonly direction: 'ltr' | 'rtl' | null;
  readonly format: '';
  readonly indent: 0;
  readonly type: 'paragraph' | 'extended-heading' | 'extended-quote' | 'aside' | 'list' | 'listitem' | 'link';
  readonly version: 1;
  readonly tag?: string;
  readonly [property: string]: unknown;
}

/** A card: what Ghost draws whole. */
export interface GhostCard {
  readonly type: 'image' | 'html' | 'horizontalrule';
  readonly version: 1;
  readonly [property: string]: unknown;
}

/** A piece of a post as Ghost’s editor keeps it. Any `type` Ghost does not know has it refuse the whole post. */
export type GhostNode = GhostText | GhostLineBreak | GhostElement | GhostCard;

/** A text with its marks. */
export function ghostText(text: string, format = 0): GhostNode {
  return { type: 'extended-text', version: 1, detail: 0, format, mode: 'normal', style: '', text };
}

/** An element, its properties in the order in which Ghost’s editor writes them. */
export function ghostElement(
  type: GhostElement['type'],
  children: readonly GhostNode[],
  direction: GhostElement['direction'],
  own: Readonly<Record<string, unknown>> = {},
): GhostElement {
  return { children, direction, format: '', indent: 0, type, version: 1, ...own };
}

/** HTML that Ghost hands on to readers as it is. */
export function ghostHtml(html: string): GhostCard {
  return { type: 'html', version: 1, html };
}
