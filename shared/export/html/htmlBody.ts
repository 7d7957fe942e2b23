import type { Story } from '../../story/story.ts';
import { dateline } from '../dateline.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { filledParts } from '../isEmptyBlock.ts';
import { storyDirection } from '../textDirection.ts';
import { attributes, escapeText } from './escapeHtml.ts';
import { htmlBlock, languageAttributes } from './htmlBlock.ts';

/**
 * A story's blocks as HTML, one after another, in the direction of the story. The dateline stands before the first
 * paragraph's words, or on its own where there is no paragraph.
 */
export function htmlBody(story: Story, pictures: ExportPictures): string[] {
  return withDateline(story, pictures, dateline(story.fields.dateline));
}

/** The same without the dateline, for receivers that put it there themselves. */
export function htmlBodyAlone(story: Story, pictures: ExportPictures): string[] {
  return withDateline(story, pictures, '');
}

function withDateline(story: Story, pictures: ExportPictures, place: string): string[] {
  const around = storyDirection(story);
  const blocks = filledParts(story.blocks);
  const first = blocks.find((block) => block.type === 'paragraph');
  const lines = blocks.map((block) => htmlBlock(block, { around, pictures, dateline: block === first ? place : '' }));
  if (place === '' || first) return lines;
  const own = attributes({ class: 'dateline', ...languageAttributes({}, place, around) });
  return [`<p${own}>${escapeText(place)}</p>`, ...lines];
}
