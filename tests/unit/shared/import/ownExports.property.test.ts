import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../shared/export/cleanText.ts';
import { exportableUrl } from '../../../../shared/export/exportableUrl.ts';
import type { ExportPictures } from '../../../../shared/export/exportPicture.ts';
import { exportHtml } from '../../../../shared/export/html/exportHtml.ts';
import { exportMarkdown } from '../../../../shared/export/markdown/exportMarkdown.ts';
import { placePictures } from '../../../../shared/export/placePictures.ts';
import { draftStory, type StoryDraft } from '../../../../shared/import/draftStory.ts';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { markdownToBlocks } from '../../../../shared/import/markdownToBlocks.ts';
import type { Link } from '../../../../shared/story/inline.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { blockText, inlineText } from '../../../../shared/story/plainText.ts';
import { filledParts } from '../../../../shared/export/isEmptyBlock.ts';
import { withGalleries } from '../../../../shared/story/galleries.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

type Trip = (story: Story, pictures: ExportPictures) => StoryDraft;

const TRIPS: readonly (readonly [string, Trip])[] = [
  ['HTML', (story, pictures) => draftStory({ ...htmlToBlocks(exportHtml(story, pictures)), fields: {} })],
  ['Markdown', (story, pictures) => draftStory(markdownToBlocks(exportMarkdown(story, pictures)))],
];

/** What can be seen of a text: spaces are HTML's to collapse, and joiners at the ends of nothing are nobody's. */
function seen(text: string): string {
  return cleanText(text).replace(/[\s\p{Cf}\u2800\ufffc]+/gu, '');
}

/** Every block that can be seen, by what it is and says. */
function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const words = seen(blockText(block));
    if (words === '') return block.type === 'separator' ? ['separator'] : [];
    const kind = block.type === 'heading' ? block.level : block.type === 'list' ? block.kind : '';
    return [`${block.type} ${kind}: ${words}`];
  });
}

/** Where its links lead, as an export may carry it and an import takes it. */
function addresses(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const link = value as Partial<Link>;
  if (link.type !== 'link') return Object.values(value).flatMap(addresses);
  const url = exportableUrl(link.url ?? '') ?? '';
  return /^(?:https?|mailto):/i.test(url) && seen(inlineText(link.children ?? [])) !== '' ? [url] : [];
}

/** How many pictures each gallery has, in order. */
function gallerySizes(parts: ReturnType<typeof withGalleries>): number[] {
  return parts.flatMap((part) => (part.type === 'gallery' ? [part.figures.length] : []));
}

it('our own HTML keeps galleries together', () => {
  fc.assert(
    fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
      const { blocks } = htmlToBlocks(exportHtml(story, placePictures(story, assets.values())));
      expect(gallerySizes(withGalleries(blocks))).toEqual(gallerySizes(filledParts(story.blocks)));
    }),
    { numRuns: 200 },
  );
}, 120_000);

describe.each(TRIPS)('our own %s', (_name, trip) => {
  it('reads back as the story it was', () => {
    const back = trip(HARBOUR_STORY, placePictures(HARBOUR_STORY, HARBOUR_ASSETS));
    const { headline, deck, dateline, byline, language } = HARBOUR_STORY.fields;
    expect(back.fields).toMatchObject({ headline, deck, dateline, byline, language });
    expect(back.furniture).toEqual([]);
    expect(back.notes).toEqual([]);
    expect(outline(back.blocks)).toEqual(outline(HARBOUR_STORY.blocks));
  });

  it('keeps the blocks, the words and the fields of any story', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const back = trip(story, placePictures(story, assets.values()));
        expect(outline(back.blocks)).toEqual(outline(story.blocks));
        expect(addresses(back.blocks)).toEqual(addresses(story.blocks));
        for (const name of ['headline', 'deck', 'byline'] as const)
          expect(seen(back.fields[name])).toBe(seen(story.fields[name]));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
