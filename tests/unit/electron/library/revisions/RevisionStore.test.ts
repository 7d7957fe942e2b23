import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRevisionId, newStoryId, type StoryId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../../fixtures/arbitraryStory.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let test: TestLibrary;
let id: StoryId;

beforeEach(async () => {
  folder = await makeTestFolder();
  test = new TestLibrary(folder.path, { clock: new TestClock().read });
  const { story } = test.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
  id = story.id;
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

const keep = (name: string) => test.library.drafts.keepRevision(id, 'named', name);
const write = (headline: string) => test.library.drafts.put({ id, fields: { headline } });
const list = () => test.library.revisions.list(id);

describe('a revision', () => {
  it('holds the story as it was, hash for hash', () => {
    fc.assert(
      fc.property(arbitraryStory, (arbitrary) => {
        const story: Story = { ...arbitrary, id: newStoryId() };
        test.library.drafts.add(story, 'imported', '');
        const [summary] = test.library.revisions.list(story.id);
        const read = summary && test.library.revisions.read(summary.id);
        expect(read?.story).toEqual(story);
        expect(read?.summary).toEqual(summary);
        expect(summary?.hash).toBe(test.library.access.hashStory(story));
      }),
      { numRuns: 40 },
    );
  });

  it('comes from the one before', () => {
    write('One');
    const first = keep('First');
    write('Two');
    const second = keep('Second');
    expect(second.parents).toEqual([first.id]);
    expect(list().map(({ name }) => name)).toEqual(['Second', 'First', '']);
  });

  it('is not kept twice of one state: the one that is there gets the name', () => {
    write('One');
    const plain = keep('');
    const named = keep('  Before the cuts ');
    expect(named).toEqual({ ...plain, name: 'Before the cuts' });
    expect(keep('')).toEqual(named);
    expect(list()).toHaveLength(2);
  });

  it('is kept twice if the same state gets a second name', () => {
    write('One');
    keep('Noon');
    const second = keep('Sent to the desk');
    expect(list().map(({ name }) => name)).toEqual(['Sent to the desk', 'Noon', '']);
    expect(second.hash).toBe(list()[1]?.hash);
  });

  it('counts the words of its body', () => {
    const block = paragraph('The river rose at night.');
    test.library.drafts.put({ id, blocks: [block], order: [block.id] });
    expect(keep('').words).toBe(5);
  });

  it('that is not there says so', () => {
    expect(() => test.library.revisions.read(newRevisionId())).toThrowError(
      expect.objectContaining({ code: 'notFound' }),
    );
  });
});
