import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote } from '../../story/block.ts';
import type { Gallery } from '../../story/galleries.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import { isRecording, type ExportPictures } from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { attributes, escapeText } from '../html/escapeHtml.ts';
import { htmlBlock } from '../html/htmlBlock.ts';
import { htmlInlines } from '../html/htmlInlines.ts';
import { htmlRecording } from '../html/htmlRecording.ts';
import { inDirection } from '../html/inDirection.ts';
import { blockDirection, firstStrongDirection, saidDirection, type Direction } from '../textDirection.ts';
import { ghostInlines } from './ghostInlines.ts';
import { ghostElement, ghostHtml, ghostText, type GhostNode } from './ghostNode.ts';

/** What a block is written into: the story’s direction, its pictures, and where the site has them. */
export interface GhostPlace {
  readonly around: Direction;
  readonly pictures: ExportPictures;
  /** Addresses on the site, by the hash of the bytes that were sent. */
  readonly site: ReadonlyMap<string, string>;
  /** Set before the words of this paragraph; empty for all but one. */
  readonly dateline: string;
}

/**
 * A block of a story as Ghost’s own nodes, so that the desk edits it there as its own: a pull-quote is Ghost’s second kind of quote
 * (`aside`). What these have no place for goes as HTML, which Ghost leaves alone: a pull-quote with who said it, a table, a
 * recording with its caption. The pictures of a gallery stand one after another, since Ghost’s gallery has one caption for all.
 */
export function ghostBlock(block: Block | Gallery, place: GhostPlace): GhostNode[] {
  const { around, dateline } = place;
  if (block.type === 'gallery') return block.figures.flatMap((figure) => ghostFigure(figure, place));
  const direction = blockDirection(block, blockText(block), around);
  switch (block.type) {
    case 'paragraph': {
      const before = dateline === '' ? [] : [ghostText(`${dateline} `)];
      return [ghostElement('paragraph', [...before, ...ghostInlines(block.content, direction)], direction)];
    }
    case 'heading':
      return [
        ghostElement('extended-heading', ghostInlines(block.content, direction), direction, { tag: `h${block.level}` }),
      ];
    case 'quote':
      return [ghostElement('extended-quote', ghostInlines(block.content, direction), direction)];
    case 'list':
      return [ghostList(block.kind, filledItems(block.items), block.start, direction)];
    case 'pullQuote':
      return [ghostPullQuote(block, direction, around)];
    case 'figure':
      return ghostFigure(block, place);
    case 'table':
      return [ghostHtml(htmlBlock(block, { around: 'ltr', pictures: new Map(), dateline: '' }))];
    case 'separator':
      return [{ type: 'horizontalrule', version: 1 }];
    default:
      return assertNever(block, 'block');
  }
}

/** Lexical has a nested list in an item of its own, which has the number of the next. */
function ghostList(
  kind: 'bulleted' | 'numbered',
  items: readonly ListItem[],
  start: number | undefined,
  direction: Direction,
): GhostNode {
  const first = kind === 'numbered' ? (start ?? 1) : 1;
  const children = items.flatMap(({ content, list }, index) => {
    const own = firstStrongDirection(inlineText(content)) ?? direction;
    const words = ghostElement('listitem', ghostInlines(content, own), own, { value: first + index });
    if (!list) return [words];
    const inner = ghostList(list.kind, list.items, undefined, own);
    return [words, ghostElement('listitem', [inner], own, { value: first + index + 1 })];
  });
  const kept =
    kind === 'numbered' ? { listType: 'number', start: first, tag: 'ol' } : { listType: 'bullet', start: 1, tag: 'ul' };
  return ghostElement('list', children, direction, kept);
}

function ghostPullQuote(block: PullQuote, direction: Direction, around: Direction): GhostNode {
  if (isBlank(block.attribution)) return ghostElement('aside', ghostInlines(block.content, direction), direction);
  const own = attributes({ lang: block.language || undefined, dir: saidDirection(direction, around) });
  const by = firstStrongDirection(block.attribution) ?? direction;
  const who = attributes({ dir: by === direction ? undefined : by });
  return ghostHtml(
    `<figure class="kg-card pullquote"${own}><blockquote class="kg-blockquote-alt">${htmlInlines(block.content)}</blockquote><figcaption${who}><cite>${escapeText(block.attribution)}</cite></figcaption></figure>`,
  );
}

/** A picture the site does not have yet leaves its place, caption and alt text: readers see nothing of it, the desk does. */
function ghostFigure(block: Figure, { around, pictures, site }: GhostPlace): GhostNode[] {
  const file = pictures.get(block.id);
  const src = file && site.get(file.sha256);
  const caption = ghostCaption(block, around);
  if (file ? !isRecording(file) : figureMedium(block) === 'picture') {
    const size =
      file && !isRecording(file) ? { width: file.width, height: file.height } : { width: null, height: null };
    const kept = { ...size, title: '', alt: cleanText(block.alt), caption, cardWidth: 'regular', href: '' };
    return [{ type: 'image', version: 1, src: src ?? '', ...kept }];
  }
  const player = file && isRecording(file) && src !== undefined ? htmlRecording(block, file, urls(site)) : '';
  const words = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return player + words === ''
    ? []
    : [ghostHtml(`<figure class="kg-card kg-card-hascaption">${player}${words}</figure>`)];
}

function urls(site: GhostPlace['site']) {
  return ({ sha256 }: { readonly sha256: string }) => site.get(sha256);
}

/** Caption and credit, as HTML. */
export function ghostCaption(block: Figure, around: Direction): string {
  const parts: string[] = [];
  if (!isBlank(inlineText(block.caption))) parts.push(htmlInlines(block.caption));
  if (!isBlank(block.credit)) parts.push(`<cite>${escapeText(block.credit)}</cite>`);
  const direction = saidDirection(blockDirection(block, blockText(block), around), around);
  return inDirection(parts.join(' '), direction, block.language);
}
