import type { Story } from '../../story/story.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { isEmptyBlock } from '../isEmptyBlock.ts';
import { storyDirection } from '../textDirection.ts';
import { frontMatter } from './frontMatter.ts';
import { markdownBlock } from './markdownBlock.ts';

/**
 * A story as Markdown (CommonMark with the tables and strikethrough of GFM) with YAML front matter, which holds headline,
 * deck, dateline and byline. It reads as text, every renderer keeps its words, and read back it gives the same blocks:
 *
 *     <!-- pull-quote -->               a pull-quote: a marked block quote, who said it in `<cite>`
 *     > The words
 *     >
 *     > <cite>Who said them</cite>
 *
 *     ![Alt text](story-pictures/name.jpg)\
 *     The caption. <cite>The credit</cite>      a figure: a picture with a line under it in one paragraph; those of a
 *                                               gallery follow each other
 *
 * Underline, subscript and superscript are HTML, and so are tables that bars cannot draw. Not kept: a block's own
 * language and direction (its letters tell), what a pull-quote was lifted from, and which pictures are a gallery.
 */
export function exportMarkdown(story: Story, pictures: ExportPictures): string {
  const around = storyDirection(story);
  const blocks = story.blocks.filter((block) => !isEmptyBlock(block));
  const body = blocks.map((block, index) => {
    const before = blocks[index - 1];
    const followsList = block.type === 'list' && before?.type === 'list' && !alternates(blocks, index - 1);
    return markdownBlock(block, { around, pictures, followsList });
  });
  return `${[frontMatter(story), ...body].join('\n\n')}\n`;
}

/** Whether the list at `index` already has the other marks, as every second list of several in a row does. */
function alternates(blocks: Story['blocks'], index: number): boolean {
  let run = 0;
  while (blocks[index - run - 1]?.type === 'list') run += 1;
  return run % 2 === 1;
}
