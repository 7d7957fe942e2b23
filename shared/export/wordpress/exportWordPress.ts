import type { Story } from '../../story/story.ts';
import { isBlank } from '../cleanText.ts';
import { dateline } from '../dateline.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { filledParts } from '../isEmptyBlock.ts';
import { inDirection } from '../html/inDirection.ts';
import { firstStrongDirection, saidDirection, storyDirection, type Direction } from '../textDirection.ts';
import { blockMarkup } from './blockMarkup.ts';
import { richLine } from './richText.ts';
import { paragraphMarkup, wordPressBlock } from './wordPressBlock.ts';

/**
 * A story as WordPress block markup, core blocks only, to be pasted into the code editor or stored as a post's content:
 * the headline as a heading of level 1 to be moved into the title, then deck and byline as paragraphs with the classes
 * `deck` and `byline`, the dateline before the first paragraph's words, then the blocks. Gutenberg finds every block valid
 * and saves it unchanged (block-library 11), WordPress 6.1's too finds it valid.
 */
export function exportWordPress(story: Story, pictures: ExportPictures): string {
  const around = storyDirection(story);
  const blocks = filledParts(story.blocks);
  const first = blocks.find((block) => block.type === 'paragraph');
  const place = dateline(story.fields.dateline);
  const markup = [
    ...furniture(story, around),
    ...(place !== '' && !first ? [furnitureLine(place, around, 'dateline')] : []),
    ...blocks.map((block) => wordPressBlock(block, { around, pictures, dateline: block === first ? place : '' })),
  ];
  return `${markup.join('\n\n')}\n`;
}

function furniture({ fields }: Story, around: Direction): string[] {
  const markup: string[] = [];
  if (!isBlank(fields.headline)) {
    const direction = saidDirection(firstStrongDirection(fields.headline) ?? around, around);
    const words = inDirection(richLine(fields.headline), direction, undefined);
    markup.push(blockMarkup('heading', { level: 1 }, `<h1 class="wp-block-heading">${words}</h1>`));
  }
  if (!isBlank(fields.deck)) markup.push(furnitureLine(fields.deck, around, 'deck'));
  if (!isBlank(fields.byline)) markup.push(furnitureLine(fields.byline, around, 'byline'));
  return markup;
}

/** A field of the story as a paragraph with a class of its own. */
export function furnitureLine(text: string, around: Direction, name: string): string {
  return paragraphMarkup(richLine(text), saidDirection(firstStrongDirection(text) ?? around, around), name);
}
