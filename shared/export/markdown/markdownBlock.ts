import { assertNever } from '../../lang/assertNever.ts';
import { figureMedium, MEDIUM_NAMES, mediumOf } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote } from '../../story/block.ts';
import { blockText, inlineText } from '../../story/plainText.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import { isRecording, pathUrl, type ExportPictures } from '../exportPicture.ts';
import { filledItems } from '../filledItems.ts';
import { blockDirection, type Direction } from '../textDirection.ts';
import { escapeBracketed, escapeMarkdown } from './escapeMarkdown.ts';
import { markdownInlines } from './markdownInlines.ts';
import { markdownTable } from './markdownTable.ts';

/** What a block is written into. */
export interface MarkdownPlace {
  readonly around: Direction;
  readonly pictures: ExportPictures;
  /** Whether a list stands right before: another one needs other marks, or the two would be one. */
  readonly followsList: boolean;
}

/** The line before a block quote that makes it a pull-quote; readers that do not know it show a quote. */
export const PULL_QUOTE_MARK = '<!-- pull-quote -->';

/** A block of a story as Markdown. */
export function markdownBlock(block: Block, place: MarkdownPlace): string {
  switch (block.type) {
    case 'paragraph':
      return markdownInlines(block.content, 'block');
    case 'heading':
      return `${'#'.repeat(block.level)} ${headingText(markdownInlines(block.content, 'line'))}`;
    case 'quote':
      return quoted(markdownInlines(block.content, 'block'));
    case 'list':
      return list(block.kind, filledItems(block.items), block.start ?? 1, place.followsList);
    case 'pullQuote':
      return pullQuote(block);
    case 'figure':
      return figure(block, place.pictures);
    case 'table':
      return markdownTable(block.rows, blockDirection(block, blockText(block), place.around));
    case 'separator':
      return '* * *';
    default:
      return assertNever(block, 'block');
  }
}

/** Number signs at the end of a heading would be taken for its frame. */
function headingText(text: string): string {
  return text.replace(/ (#+)$/, ' \\$1');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function pullQuote(block: PullQuote): string {
  const words = markdownInlines(block.content, 'block');
  const by = isBlank(block.attribution) ? '' : cite(block.attribution);
  return `${PULL_QUOTE_MARK}\n${quoted([words, by].filter(Boolean).join('\n\n'))}`;
}

/** The picture or recording, then on a line of its own its caption and, in `<cite>`, its credit. */
function figure(block: Figure, pictures: ExportPictures): string {
  const parts: string[] = [];
  if (!isBlank(inlineText(block.caption))) parts.push(markdownInlines(block.caption, 'block'));
  if (!isBlank(block.credit)) parts.push(cite(block.credit));
  const shown = figureMark(block, pictures);
  return parts.length > 0 ? `${shown}\\\n${parts.join(' ')}` : shown;
}

/** A picture as Markdown shows it; a recording, which it cannot play, as a link around its poster or its name. */
function figureMark(block: Figure, pictures: ExportPictures): string {
  const file = pictures.get(block.id);
  const address = destination(file ? pathUrl(file.path) : encodeURIComponent(cleanText(block.fileName)));
  const alt = escapeBracketed(cleanText(block.alt).trim(), 'words');
  const medium = file ? mediumOf(file.type) : figureMedium(block);
  if (medium === 'picture') return `![${alt}](${address})`;
  const poster = file && isRecording(file) ? file.poster : null;
  const name = alt === '' ? MEDIUM_NAMES[medium] : alt;
  const words = poster ? `![${name}](${destination(pathUrl(poster.path))})` : name;
  // The title says what it is to readers, and to whoever reads the document back.
  return `[${words}](${address === '' ? '<>' : address} "${MEDIUM_NAMES[medium]}")`;
}

function destination(address: string): string {
  return /[()]/.test(address) ? `<${address}>` : address;
}

function cite(text: string): string {
  return `<cite>${escapeMarkdown(cleanText(text).trim(), 'words')}</cite>`;
}

function list(kind: 'bulleted' | 'numbered', items: readonly ListItem[], start: number, isOther: boolean): string {
  return items
    .map((item, index) => {
      // CommonMark knows no negative numbers and at most nine digits.
      const number = Math.min(Math.max(start + index, 0), 999_999_999);
      const mark = kind === 'bulleted' ? (isOther ? '*' : '-') : `${number}${isOther ? ')' : '.'}`;
      const inner = item.list ? list(item.list.kind, item.list.items, 1, false) : '';
      const lines = [markdownInlines(item.content, 'block'), inner].filter(Boolean).join('\n');
      return `${mark} ${lines.replaceAll('\n', `\n${' '.repeat(mark.length + 1)}`)}`.trimEnd();
    })
    .join('\n');
}
