import { assertNever } from '../../lang/assertNever.ts';
import { MEDIUM_NAMES } from '../../media/medium.ts';
import type { Block, Figure, ListItem, PullQuote } from '../../story/block.ts';
import type { Inline } from '../../story/inline.ts';
import { inlineText } from '../../story/plainText.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import { filledItems } from '../filledItems.ts';

/** A block of body copy as plain text; a paragraph is one line however long, its own line breaks aside. */
export function textBlock(block: Exclude<Block, PullQuote | Figure>): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textInlines(block.content);
    case 'quote':
      return quoted(textInlines(block.content));
    case 'list':
      return list(block.kind, filledItems(block.items), block.start ?? 1, '');
    case 'table':
      return block.rows.map((row) => row.map((cell) => oneLine(cell.content)).join('\t')).join('\n');
    case 'separator':
      return '* * *';
    default:
      return assertNever(block, 'block');
  }
}

/** A pull-quote as a note to the desk: `[“The words” (Who said them)]`. */
export function pullQuoteNote(block: PullQuote): string {
  const by = isBlank(block.attribution) ? '' : ` (${cleanText(block.attribution).trim()})`;
  return `[${quoted(oneLine(block.content))}${by}]`;
}

/**
 * A picture as a note to the desk: `[Caption. (Credit) File: name.jpg]`; its alt text where it has no caption. A recording
 * says what it is: `[Video: Caption. …]`.
 */
export function pictureNote(block: Figure, fileName: string): string {
  const caption = oneLine(block.caption);
  const parts = [
    block.medium ? `${MEDIUM_NAMES[block.medium]}:` : '',
    caption === '' ? cleanText(block.alt).trim() : caption,
    isBlank(block.credit) ? '' : `(${cleanText(block.credit).trim()})`,
    isBlank(fileName) ? '' : `File: ${cleanText(fileName).trim()}`,
  ];
  return `[${parts.filter(Boolean).join(' ')}]`;
}

/** The words of a block; a line break is one line end. */
function textInlines(content: readonly Inline[]): string {
  return inlineText(content)
    .split('\n')
    .map((line) => cleanText(line).trim())
    .join('\n')
    .trim();
}

function oneLine(content: readonly Inline[]): string {
  return cleanText(inlineText(content)).replace(/ {2,}/g, ' ').trim();
}

/** What is quoted in a block of its own has no marks there; in plain text nothing else would tell it from the copy. */
function quoted(text: string): string {
  return /^["“„«‘'‹「『]/u.test(text) ? text : `“${text}”`;
}

function list(kind: 'bulleted' | 'numbered', items: readonly ListItem[], start: number, indent: string): string {
  return items
    .map((item, index) => {
      const mark = kind === 'numbered' ? `${start + index}. ` : '- ';
      const hanging = indent + ' '.repeat(mark.length);
      const words = textInlines(item.content).replaceAll('\n', `\n${hanging}`);
      const inner = item.list ? `\n${list(item.list.kind, item.list.items, 1, hanging)}` : '';
      return `${indent}${mark}${words}`.trimEnd() + inner;
    })
    .join('\n');
}
