import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newLayerId, type LayerId, type StoryId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import type { SuggestionLayer } from '../../../../../shared/story/suggestions.ts';
import { settleLayers } from '../../../../../shared/suggestions/settleSuggestions.ts';
import { turnBit } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let test: TestLibrary;

beforeEach(async () => {
  folder = await makeTestFolder();
  test = new TestLibrary(folder.path);
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

const before = paragraph('The river rose.');
const other = paragraph('Nobody slept.');

/** A story of two paragraphs in the first of which a word was put in as a suggestion. */
function create(): { id: StoryId; layer: SuggestionLayer } {
  const { story } = test.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
  const layer = {
    ...{ id: newLayerId(), by: 'Leila', at: '2026-11-30T10:00:00.000Z', blocks: [before], fields: {}, times: {} },
  } satisfies SuggestionLayer;
  const after = { ...paragraph('The old river rose.'), id: before.id };
  test.library.drafts.put({ id: story.id, blocks: [after, other], order: [after.id, other.id], suggestions: [layer] });
  return { id: story.id, layer };
}

function reopen(harm: (path: string) => void = () => undefined): void {
  test.library.close();
  harm(test.library.folder.database);
  test = new TestLibrary(folder.path);
}

describe('what is proposed', () => {
  it('is on the disk with the words it is about, in the order of its layers, and goes when it is settled', () => {
    const { id, layer } = create();
    const second = { ...layer, id: 'a-second' as LayerId, by: 'Amna', blocks: [other] };
    test.library.drafts.put({ id, suggestions: [layer, second] });
    reopen();
    expect(test.library.drafts.read(id).suggestions).toEqual([layer, second]);
    test.library.drafts.put({ id, blocks: [other] });
    expect(test.library.drafts.read(id).suggestions).toHaveLength(2);
    test.library.drafts.put({ id, suggestions: [] });
    reopen();
    expect(test.library.drafts.read(id).suggestions).toBeUndefined();
  });

  it('goes with words typed outright, block by block, and refuses what it does not have', () => {
    const { id, layer } = create();
    const [risen, slept] = [paragraph('The old river rose again.'), paragraph('The river rose again.')];
    test.library.drafts.put({
      ...{ id, blocks: [{ ...risen, id: before.id }] },
      followed: [{ id: layer.id, blocks: [{ ...slept, id: before.id }] }],
    });
    reopen();
    const story = test.library.drafts.read(id);
    expect(story.suggestions).toEqual([{ ...layer, blocks: [{ ...slept, id: before.id }] }]);
    for (const followed of [
      { id: layer.id, blocks: [other] },
      { ...layer, id: newLayerId(), blocks: [before] },
    ])
      expect(() =>
        test.library.drafts.put({
          id,
          blocks: [{ ...paragraph('Lost'), id: before.id }],
          followed: [{ id: followed.id, blocks: followed.blocks }],
        }),
      ).toThrow(/suggestion/u);
    expect(test.library.drafts.read(id)).toEqual(story);
  });

  it('is part of a revision, and comes and goes with the state that is gone back to', () => {
    const { id, layer } = create();
    const proposed = test.library.drafts.keepRevision(id, 'named', 'Proposed');
    test.library.drafts.put({ id, suggestions: [] });
    const accepted = test.library.drafts.keepRevision(id, 'named', 'Accepted');
    expect(accepted.id).not.toBe(proposed.id);
    test.library.drafts.restore(proposed.id);
    expect(test.library.drafts.read(id).suggestions).toEqual([layer]);
    test.library.drafts.restore(accepted.id);
    expect(test.library.drafts.read(id).suggestions).toBeUndefined();
  });

  it('stays proposed when something else is done to the story outright', () => {
    const { id } = create();
    test.library.drafts.removeBlocks(id, new Set([other.id]));
    const story = test.library.drafts.read(id);
    expect(story.blocks.map(blockText)).toEqual(['The old river rose.']);
    expect(settleLayers(story, 'reject', () => true).blocks.map(blockText)).toEqual(['The river rose.']);
  });

  it('costs a story no word when its bytes are damaged', () => {
    const { id, layer } = create();
    reopen((path) => turnBit(path, 'review_items', `id = '${layer.id}'`));
    const { story, notice } = test.library.drafts.open(id);
    expect(story.blocks.map(blockText)).toEqual(['The old river rose.', 'Nobody slept.']);
    expect(story.suggestions).toBeUndefined();
    expect(notice).toMatch(/suggestions/u);
  });
});
