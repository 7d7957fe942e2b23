import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';
import { migrateStory } from '../../../../shared/story/migrations.ts';
import { blankFields } from '../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../fixtures/arbitraryStory.ts';

/** A story as format 4 had it: nobody had it in particular. */
const arbitraryFourth = arbitraryStory.map((story) => ({ ...story, format: 4 }));

/** A story as format 3 had it: every figure was a picture that stood for itself. */
const arbitraryThird = arbitraryStory.map((story) => ({
  ...story,
  format: 3,
  blocks: story.blocks.map((block) => {
    if (block.type !== 'figure') return block;
    const { gallery: _, medium: __, poster: ___, ...rest } = block;
    return rest;
  }),
}));

/** A story as format 2 had it: every picture was shown whole, the way its file says it stands. */
const arbitrarySecond = arbitraryThird.map((story) => ({
  ...story,
  format: 2,
  blocks: story.blocks.map((block) => {
    if (block.type !== 'figure') return block;
    const { crop: _, turn: __, focus: ___, origin, ...rest } = block;
    const known = Object.entries(origin).filter(([, from]) => from !== 'house');
    return { ...rest, origin: Object.fromEntries(known) };
  }),
}));

/** A story as format 1 had it: nor could anybody say that a pull-quote is kept. */
const arbitraryFirst = arbitrarySecond.map((story) => ({
  ...story,
  format: 1,
  blocks: story.blocks.map((block) => {
    if (block.type !== 'pullQuote') return block;
    const { kept: _, ...rest } = block;
    return rest;
  }),
}));

describe('an older story', () => {
  it.each([
    ['1', arbitraryFirst],
    ['2', arbitrarySecond],
    ['3', arbitraryThird],
    ['4', arbitraryFourth],
  ])('of format %s comes as it was, in today’s format, with nothing added', (_format, arbitraryOlder) => {
    fc.assert(
      fc.property<[unknown]>(arbitraryOlder, (older) => {
        expect(canonicalJson(migrateStory(older))).toBe(canonicalJson({ ...(older as Story), format: STORY_FORMAT }));
      }),
    );
  });

  it('is not one that shows a part of its picture outside of it', () => {
    const figure = {
      id: 'figure000001',
      type: 'figure',
      assetId: null,
      fileName: '',
      caption: [],
      credit: '',
      alt: '',
    };
    const story = {
      ...{ format: STORY_FORMAT, id: '0f8fad5b-d9cb-469f-a165-70867728950e' },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', fields: blankFields() },
    };
    const withCrop = (crop: object) => ({ ...story, blocks: [{ ...figure, origin: {}, crop }] });
    expect(migrateStory(withCrop({ x: 0, y: 0.25, width: 1, height: 0.5 })).blocks).toHaveLength(1);
    for (const crop of [
      { x: -0.1, y: 0, width: 1, height: 1 },
      { x: 0, y: 0, width: 0, height: 1 },
      { x: 0, y: 0, width: 1, height: 1.5 },
      { x: 0, y: 0, width: 1 },
    ])
      expect(() => migrateStory(withCrop(crop))).toThrow('not a story Stet can read');
  });

  it.each([STORY_FORMAT + 1, 0, 1.5, '2', null])('is refused in format %s', (format) => {
    expect(() => migrateStory({ format, blocks: [] })).toThrow(
      /This story was written by a newer Stet|not a story Stet can read/u,
    );
  });
});
