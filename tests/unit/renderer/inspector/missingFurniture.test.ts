import { describe, expect, it } from 'vitest';
import { missingFurniture } from '../../../../renderer/inspector/missingFurniture.ts';
import type { Figure, PullQuote } from '../../../../shared/story/block.ts';
import { newBlockId, newStoryId } from '../../../../shared/story/ids.ts';
import { blankFields, STORY_FORMAT, type Story } from '../../../../shared/story/story.ts';

const at = '2026-01-01T10:00:00.000Z';
const words = (text: string) => [{ type: 'text' as const, text }];
const figure: Figure = {
  id: newBlockId(),
  type: 'figure',
  assetId: 'a'.repeat(64) as Figure['assetId'],
  fileName: 'bridge.jpg',
  caption: words('A bridge.'),
  credit: 'AFP',
  alt: 'A stone bridge over a river',
  origin: {},
};
const quote: PullQuote = {
  id: newBlockId(),
  type: 'pullQuote',
  content: words('We were told to wait.'),
  attribution: 'A nurse',
  source: null,
};

function story(blocks: Story['blocks'], fields: Partial<Story['fields']> = {}): Story {
  return {
    format: STORY_FORMAT,
    id: newStoryId(),
    createdAt: at,
    updatedAt: at,
    fields: { ...blankFields(), headline: 'Floods', byline: 'A. Khan', dateline: 'Islamabad', ...fields },
    blocks,
  };
}

describe('missingFurniture', () => {
  it('finds nothing in a story that has everything', () => {
    expect(missingFurniture(story([figure, quote]))).toEqual([]);
  });

  it.each([
    ['headline', { headline: ' ' }],
    ['byline', { byline: '' }],
    ['dateline', { dateline: '' }],
  ])('names an empty %s', (name, fields) => {
    expect(missingFurniture(story([], fields))).toEqual([{ message: `The story has no ${name}.`, blockId: null }]);
  });

  it.each([
    ['caption', { ...figure, caption: [] }],
    ['credit', { ...figure, credit: ' ' }],
    ['alt text', { ...figure, alt: '' }],
    ['file is missing', { ...figure, assetId: null }],
  ])('says whose %s', (what, block) => {
    const [found, ...rest] = missingFurniture(story([block]));
    expect(found?.message).toContain('bridge.jpg');
    expect(found?.message).toContain(what);
    expect(found?.blockId).toBe(figure.id);
    expect(rest).toEqual([]);
  });

  it('asks who a pull quote is by, and for its words first', () => {
    expect(missingFurniture(story([{ ...quote, attribution: '' }]))[0]?.message).toContain('We were told to wait.');
    expect(missingFurniture(story([{ ...quote, content: [], attribution: '' }]))).toEqual([
      { message: 'A pull quote has no words.', blockId: quote.id },
    ]);
  });
});
