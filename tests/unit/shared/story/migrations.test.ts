import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrateStory } from '../../../../shared/story/migrations.ts';
import { STORY_FORMAT } from '../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../fixtures/arbitraryStory.ts';

/** A story as format 1 had it: nobody could say that a pull-quote is kept. */
const arbitraryFirst = arbitraryStory.map((story) => ({
  ...story,
  format: 1,
  blocks: story.blocks.map((block) => {
    if (block.type !== 'pullQuote') return block;
    const { kept: _, ...rest } = block;
    return rest;
  }),
}));

describe('an older story', () => {
  it('of format 1 comes as it was, in today’s format', () => {
    fc.assert(
      fc.property(arbitraryFirst, (first) => {
        expect(migrateStory(first)).toEqual({ ...first, format: STORY_FORMAT });
      }),
    );
  });

  it.each([STORY_FORMAT + 1, 0, 1.5, '2', null])('is refused in format %s', (format) => {
    expect(() => migrateStory({ format, blocks: [] })).toThrow(
      /This story was written by a newer Stet|not a story Stet can read/u,
    );
  });
});
