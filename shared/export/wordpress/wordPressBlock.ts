import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium, mediumOf } from '../../media/medium.ts';
import type { Block, Figure, ListItem, Paragraph, Playable, PullQuote, Table } from '../../story/block.ts';
import type { Gallery } from '../../story/galleries.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { isBlank } from '../cleanText.ts';
import {
  isRecording,
  pathUrl,
  type ExportPicture,
  type ExportPictures,
  type ExportRecording,
} from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { attributes } from '../html/escapeHtml.ts';
import { headRowCount } from '../html/htmlTable.ts';
import { inDirection } from '../html/inDirection.ts';
import { blockDirection, firstStrongDirection, saidDirection, type Direction } from '../textDirection.ts';
import { blockMarkup } from './blockMarkup.ts';
import { altText, richLine, richText } from './richText.ts';
import { spreadCells } from './spreadCells.ts';

/** A file as a site keeps it. */
export interface SiteFile {
  readonly id: number;
  readonly url: string;
}

/** What a site keeps, by the hash of the bytes that were sent. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

/** What a block is written into: the story's direction, and where its pictures are. */
export interface WordPressPlace {
  readonly around: Direction;
  readonly pictures: ExportPictures;
  /** Left out: files have no address but their name, as in a file that is pasted into a site. */
  readonly site?: SiteFiles;
  /** Set before the words of this paragraph; empty for all but one. */
  readonly dateline: string;
}

/** A paragraph block of ready HTML; `name` becomes its CSS class. */
export function paragraphMarkup(html: string, direction: Direction | undefined, name?: string): string {
  const kept = { ...(direction && { direction }), ...(name && { className: name }) };
  return blockMarkup('paragraph', kept, `<p${attributes({ class: name, dir: direction })}>${html}</p>`);
}

/** A block of a story as a core block. */
export function wordPressBlock(block: Block | Gallery, place: WordPressPlace): string {
  const { around } = place;
  if (block.type === 'gallery') return gallery(block, place);
  const direction = saidDirection(blockDirection(block, blockText(block), around), around);
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, place);
    case 'heading': {
      const html = inDirection(richText(block.content), direction, block.language);
      const kept = { ...(block.level !== 2 && { level: block.level }) };
      return blockMarkup('heading', kept, `<h${block.level} class="wp-block-heading">${html}</h${block.level}>`);
    }
    case 'quote': {
      const words = paragraphMarkup(inDirection(richText(block.content), undefined, block.language), direction);
      return blockMarkup('quote', {}, `<blockquote class="wp-block-quote">${words}</blockquote>`);
    }
    case 'list':
      return list(block.kind, filledItems(block.items), block.start, {
        direction: blockDirection(block, blockText(block), around),
        around,
        language: block.language,
      });
    case 'pullQuote':
      return pullQuote(block, around);
    case 'figure':
      return figure(block, place);
    case 'table':
      return table(block, around);
    case 'separator':
      return blockMarkup('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
    default:
      return assertNever(block, 'block');
  }
}

function paragraph(block: Paragraph, { around, dateline }: WordPressPlace): string {
  const inner = blockDirection(block, inlineText(block.content), around);
  let html = inDirection(richText(block.content), undefined, block.language);
  if (dateline !== '') {
    const own = firstStrongDirection(dateline) ?? inner;
    html = `${inDirection(richLine(dateline), own === inner ? undefined : own, undefined)} ${html}`;
  }
  return paragraphMarkup(html, saidDirection(inner, around));
}

interface ListPlace {
  readonly direction: Direction;
  readonly around: Direction;
  readonly language: string | undefined;
}

function list(
  kind: 'bulleted' | 'numbered',
  items: readonly ListItem[],
  start: number | undefined,
  place: ListPlace,
): string {
  const isNumbered = kind === 'numbered';
  const first = isNumbered ? start : undefined;
  const kept = { ...(isNumbered && { ordered: true }), ...(first !== undefined && { start: first }) };
  const written = items.map((item) => {
    const direction = firstStrongDirection(inlineText(item.content)) ?? place.direction;
    const html = inDirection(richText(item.content), saidDirection(direction, place.around), place.language);
    const inner = item.list ? list(item.list.kind, item.list.items, undefined, { ...place, direction }) : '';
    return blockMarkup('list-item', {}, `<li>${html}${inner}</li>`);
  });
  const tag = isNumbered ? 'ol' : 'ul';
  const own = attributes({ start: first, class: 'wp-block-list' });
  return blockMarkup('list', kept, `<${tag}${own}>${written.join('\n\n')}</${tag}>`);
}

function pullQuote(block: PullQuote, around: Direction): string {
  const direction = blockDirection(block, inlineText(block.content), around);
  const words = inDirection(richText(block.content), saidDirection(direction, around), block.language);
  const by = block.attribution;
  const own = firstStrongDirection(by) ?? direction;
  const cite = isBlank(by) ? '' : `<cite>${inDirection(richLine(by), saidDirection(own, around), undefined)}</cite>`;
  return blockMarkup(
    'pullquote',
    {},
    `<figure class="wp-block-pullquote"><blockquote><p>${words}</p>${cite}</blockquote></figure>`,
  );
}

/**
 * The address is the file's name: after the upload the editor replaces it by the site's own. A file that did not travel
 * along has none, which Gutenberg shows as a place to put one, its caption kept.
 */
function figure(block: Figure, { around, pictures, site }: WordPressPlace): string {
  const travelling = pictures.get(block.id);
  // On a site only what it has is shown.
  const file = site && travelling && !site.has(travelling.sha256) ? undefined : travelling;
  const direction = saidDirection(blockDirection(block, blockText(block), around), around);
  const parts: string[] = [];
  if (!isBlank(inlineText(block.caption))) parts.push(richText(block.caption));
  if (!isBlank(block.credit)) parts.push(`<cite>${richLine(block.credit)}</cite>`);
  const words = inDirection(parts.join(' '), direction, block.language);
  const caption = words === '' ? '' : `<figcaption class="wp-element-caption">${words}</figcaption>`;
  const medium = file ? mediumOf(file.type) : figureMedium(block);
  if (medium === 'picture') return image(block, file, caption, site);
  const said = description(block, around);
  if (medium === 'video' || file) return `${recording(medium, file, caption, site)}${said}`;
  // An empty audio block keeps no caption.
  return `<!-- wp:audio /-->${words === '' ? '' : `\n\n${paragraphMarkup(words, undefined)}`}${said}`;
}

/** What readers get who cannot see or hear a recording: its blocks have no place for it, so it is theirs alone below it. */
function description({ alt, language }: Figure, around: Direction): string {
  if (isBlank(alt)) return '';
  const direction = saidDirection(firstStrongDirection(alt) ?? around, around);
  const words = inDirection(richLine(alt), undefined, language);
  return `\n\n${paragraphMarkup(words, direction, 'screen-reader-text')}`;
}

type OutsideFile = ReturnType<ExportPictures['get']>;

function image(block: Figure, picture: OutsideFile, caption: string, site: SiteFiles | undefined): string {
  const own = picture && site?.get(picture.sha256);
  const src = own?.url ?? (picture && pathUrl(picture.path));
  const kept = { ...(own && { id: own.id }), ...(picture && { sizeSlug: 'full', linkDestination: 'none' }) };
  const name = picture ? 'wp-block-image size-full' : 'wp-block-image';
  const known = own && `wp-image-${own.id}`;
  return blockMarkup(
    'image',
    kept,
    `<figure class="${name}"><img${attributes({ src, alt: altText(block.alt), class: known })}/>${caption}</figure>`,
  );
}

/** Gutenberg's own two blocks. */
function recording(medium: Playable, file: OutsideFile, caption: string, site: SiteFiles | undefined): string {
  const urlOf = ({ sha256, path }: ExportPicture | ExportRecording) => site?.get(sha256)?.url ?? pathUrl(path);
  const poster = file && isRecording(file) && file.poster ? urlOf(file.poster) : undefined;
  const own = attributes(medium === 'video' ? { poster, src: file && urlOf(file) } : { src: file && urlOf(file) });
  const id = file && site?.get(file.sha256)?.id;
  const player = file ? `<${medium} controls${own}></${medium}>` : '';
  return blockMarkup(
    medium,
    id === undefined ? {} : { id },
    `<figure class="wp-block-${medium}">${player}${caption}</figure>`,
  );
}

/**
 * Image blocks in a gallery block. The columns are the site's own (three), but for four pictures, which stand as two and two.
 * The site is told not to crop: what is shown of each picture was decided here.
 */
function gallery({ figures }: Gallery, place: WordPressPlace): string {
  const columns = figures.length === 4 ? 2 : undefined;
  const kept = { ...(columns !== undefined && { columns }), imageCrop: false, linkTo: 'none' };
  const images = figures.map((each) => figure(each, place));
  const name = `wp-block-gallery has-nested-images columns-${columns ?? 'default'}`;
  return blockMarkup('gallery', kept, `<figure class="${name}">${images.join('\n\n')}</figure>`);
}

function table(block: Table, around: Direction): string {
  const rows = spreadCells(block.rows);
  const direction = blockDirection(block, blockText(block), around);
  const section = (tag: string, some: typeof rows, scope: 'col' | 'row'): string => {
    if (some.length === 0) return '';
    const lines = some.map((row) => {
      const cells = row.map((cell) => {
        const own = firstStrongDirection(inlineText(cell.content)) ?? direction;
        const html = inDirection(richText(cell.content), saidDirection(own, around), block.language);
        return cell.header ? `<th scope="${scope}">${html}</th>` : `<td>${html}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `<${tag}>${lines.join('')}</${tag}>`;
  };
  const heads = headRowCount(rows);
  const inner = section('thead', rows.slice(0, heads), 'col') + section('tbody', rows.slice(heads), 'row');
  // The default turned round between WordPress versions: written out, it holds in all of them.
  return blockMarkup(
    'table',
    { hasFixedLayout: false },
    `<figure class="wp-block-table"><table>${inner}</table></figure>`,
  );
}
