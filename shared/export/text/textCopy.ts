import type { Story } from '../../story/story.ts';
import { dateline } from '../dateline.ts';
import { isEmptyBlock } from '../isEmptyBlock.ts';
import { textBlock } from './textBlock.ts';

/** The copy of a story alone, a text for each block, with the dateline run in; no pull-quotes and no pictures. */
export function textCopy(story: Story): string[] {
  const parts: string[] = [];
  let place = dateline(story.fields.dateline);
  for (const block of story.blocks) {
    if (isEmptyBlock(block) || block.type === 'pullQuote' || block.type === 'figure') continue;
    const isFirst = block.type === 'paragraph' && place !== '';
    parts.push(isFirst ? `${place} ${textBlock(block)}` : textBlock(block));
    if (isFirst) place = '';
  }
  return place === '' ? parts : [place, ...parts];
}
