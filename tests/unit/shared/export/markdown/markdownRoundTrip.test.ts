import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportMarkdown } from '../../../../../shared/export/markdown/exportMarkdown.ts';
import { filledItems } from '../../../../../shared/export/filledItems.ts';
import { htmlInlines } from '../../../../../shared/export/html/htmlInlines.ts';
import { isBlank } from '../../../../../shared/export/cleanText.ts';
import { isEmptyBlock } from '../../../../../shared/export/isEmptyBlock.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import { markdownToBlocks } from '../../../../../shared/import/markdownToBlocks.ts';
import type { Block, ListItem } from '../../../../../shared/story/block.ts';
import type { Inline } from '../../../../../shared/story/inline.ts';
import { blockText, inlineText } from '../../../../../shared/story/plainText.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';

/** What a reader makes of a block; what Markdown cannot say (ids, origins, languages, outer spaces) is left out. */
function reading(block: Block): unknown {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return [block.type, words(block.content)];
    case 'heading':
      return [block.type, block.level, words(block.content)];
    case 'list':
      return [block.type, block.kind, block.start ?? 1, readingItems(filledItems(block.items))];
    case 'pullQuote':
      return [block.type, words(block.content), line(block.attribution)];
    case 'figure':
      return [block.type, block.medium, words(block.caption), line(block.credit), line(block.alt)];
    case 'table':
      return [
        block.type,
        block.rows.map((row) =>
          row.map(({ content, header, colSpan, rowSpan }) => [
            words(content),
            header ?? false,
            colSpan ?? 1,
            rowSpan ?? 1,
          ]),
        ),
      ];
    case 'separator':
      return [block.type];
  }
}

function readingItems(items: readonly ListItem[]): unknown {
  return items.map((item) => [words(item.content), item.list && [item.list.kind, readingItems(item.list.items)]]);
}

function words(content: readonly Inline[]): string {
  if (isBlank(inlineText(content))) return '';
  // Marks of embedded objects and byte orders are nobody's words.
  const html = htmlInlines(content)
    .replace(/[\ufffc\ufeff]/g, '')
    .replace(/ *<br> */g, '<br>');
  return line(html.replace(/^((?:<[^>]+>)+) +/, '$1').replace(/ +((?:<\/\w+>)+)$/, '$1'));
}

function line(text: string): string {
  return isBlank(text) ? '' : text.replace(/\s+/g, ' ').trim();
}

/** Whether importing keeps a block as it is, however it was written: not every address, empty line or layout table is. */
function isKept(block: Block): boolean {
  const said = JSON.stringify(reading(block));
  if (/<br>(?:<br>| *<a [^>]*><br>)|href=\\"(?!(?:https?:\/\/|mailto:)[\x21-\x7e]*\\")/.test(said)) return false;
  // Readers differ on what looks like a character reference in an address, a title or an alt text.
  if (/<a [^>]*&amp;[a-z0-9#]+;/i.test(said) || (block.type === 'figure' && /[&[\]]/.test(block.alt))) return false;
  if (block.type === 'table') return block.rows.length > 0 && block.rows.flat().length > 1;
  // A name without words is read as the words.
  if (block.type === 'pullQuote') return words(block.content) !== '';
  // A place for a picture of which nothing is known.
  if (block.type === 'figure' && isBlank(blockText(block) + block.alt + block.fileName)) return false;
  // An empty frame at the end of a caption is taken for the credit's, a picture of an emoji for the emoji.
  if (block.type === 'figure')
    return (
      !/(?:\||\(\s*\)|\[\s*\])\s*$/.test(inlineText(block.caption)) &&
      !/^\p{Emoji_Presentation}/u.test(block.alt.trim())
    );
  if (block.type === 'list') return (block.start ?? 1) >= 0;
  return true;
}

function readBack(story: Story, assets: Parameters<typeof placePictures>[1]): ReturnType<typeof markdownToBlocks> {
  return markdownToBlocks(exportMarkdown(story, placePictures(story, assets)));
}

describe('Markdown read back', () => {
  it('gives the same blocks and fields for a story with everything in it', () => {
    const { blocks, fields } = readBack(HARBOUR_STORY, HARBOUR_ASSETS);
    const kept = HARBOUR_STORY.blocks.filter((block) => !isEmptyBlock(block));
    expect(blocks.map(reading)).toEqual(kept.map(reading));
    const { language, slug, headline, deck, dateline, byline, keywords } = HARBOUR_STORY.fields;
    expect(fields).toMatchObject({ language, slug, headline, deck, dateline, byline, keywords });
  });

  it('gives the same blocks for any story', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const kept = story.blocks.filter((block) => !isEmptyBlock(block) && isKept(block));
        const { blocks } = readBack({ ...story, blocks: kept }, assets.values());
        expect(blocks.map(reading)).toEqual(kept.map(reading));
      }),
      { numRuns: 200 },
    );
  });
});
