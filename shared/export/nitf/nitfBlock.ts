import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium, mediumOf, type Medium } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote, Table } from '../../story/block.ts';
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
import { headRowCount } from '../html/htmlTable.ts';
import { blockDirection, type Direction } from '../textDirection.ts';
import { languageTag, said } from '../wire/newsFacts.ts';
import { element, parent, worded } from '../xml/element.ts';
import { nitfInlines } from './nitfInlines.ts';

/** What a block is written into. */
export interface NitfPlace {
  readonly around: Direction;
  readonly pictures: ExportPictures;
  /** The paragraph that leads the story. */
  readonly lede: Block | Gallery | undefined;
}

/** A block of a story as NITF, on lines of its own; empty for a table without a cell. */
export function nitfBlock(block: Block | Gallery, place: NitfPlace): string {
  if (block.type === 'gallery') {
    const figures = block.figures.map((figure) => media(figure, place));
    return parent('block', { class: 'gallery' }, figures).join('\n');
  }
  const own = ownAttributes(block, place.around);
  switch (block.type) {
    case 'paragraph':
      return element('p', { ...own, lede: block === place.lede ? 'true' : undefined }, nitfInlines(block.content));
    case 'heading':
      return element('hl2', { class: block.level === 2 ? undefined : 'level3', ...own }, nitfInlines(block.content));
    case 'quote':
      return element('bq', own, element('block', {}, element('p', {}, nitfInlines(block.content))));
    case 'list':
      return list(block.kind, filledItems(block.items), { ...own, seqnum: block.start });
    case 'pullQuote':
      return pullQuote(block, own);
    case 'figure':
      return media(block, place);
    case 'table':
      return table(block.rows, own);
    case 'separator':
      return '<hr/>';
    default:
      return assertNever(block, 'block');
  }
}

/** NITF has no direction of its own: where it is not that of a page of its script, the style says so. */
function ownAttributes(block: Block, around: Direction) {
  const direction = blockDirection(block, blockText(block), around);
  const isSaid = direction === 'rtl' || around === 'rtl';
  return {
    'xml:lang': languageTag(block.language ?? ''),
    style: isSaid ? `direction: ${direction}` : undefined,
  };
}

type Own = Readonly<Record<string, string | number | undefined>>;

function list(kind: 'bulleted' | 'numbered', items: readonly ListItem[], own: Own): string {
  const lines = items.map(({ content, list: inner }) => {
    const below = inner ? `\n${list(inner.kind, inner.items, {})}\n` : '';
    return element('li', {}, nitfInlines(content) + below);
  });
  return parent(kind === 'numbered' ? 'ol' : 'ul', own, lines).join('\n');
}

function pullQuote(block: PullQuote, own: Own): string {
  const words = element('block', {}, element('p', {}, nitfInlines(block.content)));
  return parent('bq', { class: 'pullquote', ...own }, [words, ...worded('credit', {}, said(block.attribution))]).join(
    '',
  );
}

const MEDIA_TYPES: Readonly<Record<Medium, string>> = { picture: 'image', video: 'video', audio: 'audio' };

/** A figure; one whose file did not travel along has no source, and keeps its words. */
function media(block: Figure, { around, pictures }: NitfPlace): string {
  const file = pictures.get(block.id);
  const medium = file ? mediumOf(file.type) : figureMedium(block);
  const caption = isBlank(inlineText(block.caption)) ? '' : nitfInlines(block.caption);
  const alt = said(block.alt);
  return parent('media', { 'media-type': MEDIA_TYPES[medium], ...ownAttributes(block, around) }, [
    ...(file ? references(file, alt) : [reference({ name: said(block.fileName), 'alternate-text': alt })]),
    ...(caption === '' ? [] : [element('media-caption', {}, caption)]),
    ...worded('media-producer', {}, said(block.credit)),
  ]).join('\n');
}

function references(file: ExportPicture | ExportRecording, alt: string | undefined): string[] {
  const own = { source: pathUrl(file.path), 'mime-type': file.type, copyright: file.rights?.copyright };
  if (!isRecording(file)) return [reference({ ...own, ...sides(file), 'alternate-text': alt })];
  const { poster } = file;
  const shown = poster && { name: 'poster', source: pathUrl(poster.path), 'mime-type': poster.type, ...sides(poster) };
  return [reference({ ...own, 'alternate-text': alt }), ...(shown ? [reference(shown)] : [])];
}

function sides({ width, height }: ExportPicture) {
  return { width, height, units: 'pixels' };
}

function reference(values: Own): string {
  return element('media-reference', values, '');
}

function table(all: Table['rows'], own: Own): string {
  const rows = all.filter((row) => row.length > 0);
  const written = rows.map((row) => {
    const cells = row.map(({ header, rowSpan, colSpan, content }) =>
      element(header ? 'th' : 'td', { rowspan: rowSpan, colspan: colSpan }, nitfInlines(content)),
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const heads = headRowCount(rows);
  return parent('table', own, [
    ...parent('thead', {}, written.slice(0, heads)),
    ...parent('tbody', {}, written.slice(heads)),
  ]).join('\n');
}
