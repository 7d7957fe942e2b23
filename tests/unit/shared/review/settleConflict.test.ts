import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStories, type MergedContent } from '../../../../shared/merge/mergeStories.ts';
import { openConflicts } from '../../../../shared/review/openConflicts.ts';
import { settleConflict, sideNames, type Decision } from '../../../../shared/review/settleConflict.ts';
import { storySchema, STORY_FORMAT } from '../../../../shared/story/story.ts';
import { arbitraryEdits, edited, mergeableStory } from '../../../fixtures/merge/storyEdits.ts';

const AT = '2026-11-30T10:00:00.000Z';
const BASE = mergeableStory();

/** Everything decided one after the other, for the same person wherever both have a version. */
function decided(content: MergedContent, choose: (names: readonly [string, string]) => Decision): MergedContent {
  let now = content;
  for (const conflict of openConflicts(content)) {
    const { fields, blocks } = settleConflict(now, conflict, choose(sideNames(conflict)));
    const conflicts = (now.review?.conflicts ?? []).map((one) =>
      one.id === conflict.id ? { ...one, settled: { by: 'Desk', at: AT } } : one,
    );
    now = { fields, blocks, review: { threads: now.review?.threads ?? [], steps: [], conflicts } };
  }
  return now;
}

describe('deciding what two people changed at once', () => {
  it('leaves nothing open, keeps the story valid, and takes what one person had and nothing of the other’s', () => {
    fc.assert(
      fc.property(fc.tuple(arbitraryEdits, arbitraryEdits), ([a, b]) => {
        const [mine, theirs] = [edited(BASE, a, 'Amna'), edited(BASE, b, 'Leila')];
        const { content } = mergeStories(BASE, { by: 'Amna', content: mine }, { by: 'Leila', content: theirs }, AT);
        const amnas = decided(content, ([one]) => (one === 'Amna' ? 1 : 2));
        expect(openConflicts(amnas)).toEqual([]);
        const text = JSON.stringify({ fields: amnas.fields, blocks: amnas.blocks });
        expect(text).not.toContain('conflict:');
        // What Amna typed and kept is there, unless it stands in something Leila took out and she left alone.
        for (const word of JSON.stringify({ fields: mine.fields, blocks: mine.blocks }).match(/Amna\d+/gu) ?? [])
          expect(text).toContain(word);
        const story = { format: STORY_FORMAT, id: crypto.randomUUID(), createdAt: AT, updatedAt: AT, ...amnas };
        expect(storySchema.safeParse(story).error).toBeUndefined();
        const both = decided(content, () => 'both');
        expect(JSON.stringify(both.blocks)).not.toContain('conflict:');
      }),
      { numRuns: 500 },
    );
  });

  it('is done by hand, too, by taking one of the versions out of the text', () => {
    const block = BASE.blocks.find(({ id }) => id === 'four');
    const change = (to: string): MergedContent => ({
      ...BASE,
      blocks: BASE.blocks.map((one) =>
        one === block ? JSON.parse(JSON.stringify(one).replace('no answer', to)) : one,
      ),
    });
    const { content } = mergeStories(
      BASE,
      { by: 'A', content: change('an answer') },
      { by: 'B', content: change('a hint') },
      AT,
    );
    const [conflict] = openConflicts(content);
    expect(conflict).toMatchObject({ kind: 'words', blockId: 'four' });
    const blocks = content.blocks.map((one) =>
      one.id === 'four' && one.type === 'paragraph' ? { ...one, content: one.content.slice(0, 1) } : one,
    );
    expect(openConflicts({ ...content, blocks })).toEqual([]);
  });
});
