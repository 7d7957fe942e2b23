import { momentText } from '../../lang/zoneTime.ts';
import type { Figure, PullQuote } from '../../story/block.ts';
import type { Story } from '../../story/story.ts';
import { cleanText, isBlank } from '../cleanText.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { isEmptyBlock } from '../isEmptyBlock.ts';
import { pictureNote, pullQuoteNote } from './textBlock.ts';
import { textCopy } from './textCopy.ts';

/**
 * A story as wire copy, UTF-8 without a byte order mark: slug line (and embargo), headline, deck, byline, then the copy
 * with the dateline run in, a paragraph on one line and an empty line between two, so that any system wraps it to its
 * own measure. What is not copy stands after the end mark in square brackets: pull-quotes, then pictures.
 * Table cells are parted by tabs.
 */
export function exportText(story: Story, pictures: ExportPictures): string {
  const blocks = story.blocks.filter((block) => !isEmptyBlock(block));
  const pullQuotes = blocks.filter((block): block is PullQuote => block.type === 'pullQuote');
  const figures = blocks.filter((block): block is Figure => block.type === 'figure');
  const parts = [
    ...head(story),
    ...textCopy(story),
    '###',
    ...notes('Pull-quotes', pullQuotes.map(pullQuoteNote)),
    ...notes(
      'Pictures',
      figures.map((figure) => pictureNote(figure, fileName(figure, pictures))),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head({ fields }: Story): string[] {
  const wire: string[] = [];
  if (!isBlank(fields.slug)) wire.push(`SLUG: ${line(fields.slug)}`);
  if (fields.embargo !== null) wire.push(`EMBARGO: not before ${momentText(fields.embargo, fields.embargoZone)}`);
  const parts = [wire.join('\n'), line(fields.headline), line(fields.deck), line(fields.byline)];
  return parts.filter((part) => !isBlank(part));
}

/** The picture's name, which begins with the same words as the file beside other exports: the desk can tell which is meant. */
function fileName(figure: Figure, pictures: ExportPictures): string {
  const picture = pictures.get(figure.id);
  return picture?.path.split('/').at(-1) ?? figure.fileName;
}

function notes(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${title}:\n${lines.join('\n')}`] : [];
}

function line(text: string): string {
  return cleanText(text).replace(/ {2,}/g, ' ').trim();
}
