import { assertNever } from '../../lang/assertNever.ts';
import { objectPosition, pointOfShown } from '../../media/focalPoint.ts';
import { figureMedium, MEDIUM_NAMES } from '../../media/medium.ts';
import type { Block, Figure, ListItem, Paragraph, PullQuote } from '../../story/block.ts';
import type { Gallery } from '../../story/galleries.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { isBlank } from '../cleanText.ts';
import { isRecording, pathUrl, type ExportPictures } from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { blockDirection, type Direction } from '../textDirection.ts';
import { attributes, escapeText } from './escapeHtml.ts';
import { htmlInlines } from './htmlInlines.ts';
import { htmlRecording } from './htmlRecording.ts';
import { htmlTableRows } from './htmlTable.ts';

/** What a block is written into: the direction around it, and the pictures that travel along. */
export interface HtmlPlace {
  readonly around: Direction;
  readonly pictures: ExportPictures;
  /** Set before the words of this paragraph; empty for all but one. */
  readonly dateline: string;
}

/** `lang` and `dir` of an element where they differ from what is around it. */
export function languageAttributes(block: Pick<Block, 'language' | 'direction'>, text: string, around: Direction) {
  const direction = blockDirection(block, text, around);
  return { lang: block.language || undefined, dir: direction === around ? undefined : direction };
}

/** A block of a story as HTML, on lines of its own; a gallery is a figure of figures, as HTML has it (§4.4.12). */
export function htmlBlock(block: Block | Gallery, place: HtmlPlace): string {
  const { around } = place;
  if (block.type === 'gallery') {
    const figures = block.figures.map((figure) => htmlFigure(figure, place));
    return ['<figure class="gallery">', ...figures, '</figure>'].join('\n');
  }
  const own = attributes(languageAttributes(block, blockText(block), around));
  switch (block.type) {
    case 'paragraph':
      return `<p${own}>${htmlDateline(block, place)}${htmlInlines(block.content)}</p>`;
    case 'heading':
      return `<h${block.level}${own}>${htmlInlines(block.content)}</h${block.level}>`;
    case 'quote':
      return `<blockquote${own}><p>${htmlInlines(block.content)}</p></blockquote>`;
    case 'list': {
      const inner = blockDirection(block, blockText(block), around);
      return htmlList(block.kind, filledItems(block.items), own + attributes({ start: block.start }), inner);
    }
    case 'pullQuote':
      return htmlPullQuote(block, around);
    case 'figure':
      return htmlFigure(block, place);
    case 'table': {
      const inner = blockDirection(block, blockText(block), around);
      return `<table${own}>\n${htmlTableRows(block.rows, inner)}\n</table>`;
    }
    case 'separator':
      return '<hr>';
    default:
      return assertNever(block, 'block');
  }
}

function htmlDateline(block: Paragraph, { dateline, around }: HtmlPlace): string {
  if (dateline === '') return '';
  const inner = blockDirection(block, inlineText(block.content), around);
  const own = attributes({ class: 'dateline', ...languageAttributes({}, dateline, inner) });
  return `<span${own}>${escapeText(dateline)}</span> `;
}

function htmlList(kind: 'bulleted' | 'numbered', items: readonly ListItem[], own: string, around: Direction): string {
  const tag = kind === 'numbered' ? 'ol' : 'ul';
  const lines = items.map((item) => {
    const words = htmlInlines(item.content);
    // On the words and not on the item: its mark stays with the list's others.
    const set = attributes(languageAttributes({}, inlineText(item.content), around));
    const inner = item.list ? `\n${htmlList(item.list.kind, item.list.items, '', around)}\n` : '';
    return `<li>${set === '' ? words : `<span${set}>${words}</span>`}${inner}</li>`;
  });
  return [`<${tag}${own}>`, ...lines, `</${tag}>`].join('\n');
}

function htmlPullQuote(block: PullQuote, around: Direction): string {
  const own = attributes({ class: 'pullquote', ...languageAttributes(block, blockText(block), around) });
  const inner = blockDirection(block, blockText(block), around);
  const by = attributes(languageAttributes({}, block.attribution, inner));
  const lines = [`<blockquote><p>${htmlInlines(block.content)}</p></blockquote>`];
  if (!isBlank(block.attribution))
    lines.push(`<p class="attribution"${by}><cite>${escapeText(block.attribution)}</cite></p>`);
  return [`<aside${own}>`, ...lines, '</aside>'].join('\n');
}

function htmlFigure(block: Figure, { around, pictures }: HtmlPlace): string {
  const file = pictures.get(block.id);
  const lines: string[] = [];
  if (file && isRecording(file)) lines.push(htmlRecording(block, file));
  else if (file) {
    const { width, height } = file;
    const point = pointOfShown(block);
    // Nothing on our page is cut; whoever shows it in a room of another shape keeps in sight what must stay.
    const style = point ? `object-position: ${objectPosition(point)}` : undefined;
    lines.push(`<img${attributes({ src: pathUrl(file.path), alt: block.alt, width, height, style })}>`);
  } else {
    const name = isBlank(block.fileName) ? '' : `: ${block.fileName}`;
    const alt = isBlank(block.alt) ? undefined : escapeText(block.alt);
    lines.push(
      `<p class="missing" lang="en" dir="ltr">${escapeText(`${MEDIUM_NAMES[figureMedium(block)]} not included${name}`)}</p>`,
      ...(alt === undefined
        ? []
        : [`<p class="missing"${attributes(languageAttributes(block, block.alt, around))}>${alt}</p>`]),
    );
  }
  const caption = isBlank(inlineText(block.caption)) ? [] : [htmlInlines(block.caption)];
  if (!isBlank(block.credit)) caption.push(`<cite class="credit">${escapeText(block.credit)}</cite>`);
  if (caption.length > 0) {
    const own = attributes(languageAttributes(block, blockText(block), around));
    lines.push(`<figcaption${own}>${caption.join(' ')}</figcaption>`);
  }
  return ['<figure>', ...lines, '</figure>'].join('\n');
}
