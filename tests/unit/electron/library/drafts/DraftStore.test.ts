import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { TEMPLATES } from '../../../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId, type BlockId, type StoryId } from '../../../../../shared/story/ids.ts';
import { STORY_FORMAT, storySchema } from '../../../../../shared/story/story.ts';
import { countBodyWords } from '../../../../../shared/story/wordCount.ts';
import { arbitraryBlocks, arbitraryFields, arbitraryStory } from '../../../../fixtures/arbitraryStory.ts';
import { setFormat } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let test: TestLibrary;

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  test = new TestLibrary(folder.path, { clock: clock.read });
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

const drafts = () => test.library.drafts;
const OWN = { byline: 'Ayesha Khan', dateline: 'Karachi', language: 'ur' };

function create(...texts: string[]): { id: StoryId; blocks: Block[] } {
  const { story } = drafts().create('blank', OWN);
  const blocks = texts.map(paragraph);
  drafts().put({ id: story.id, blocks, order: blocks.map((block) => block.id) });
  return { id: story.id, blocks };
}

/** The same library, opened again from what is on the disk. */
function reopen(): void {
  test.library.close();
  test = new TestLibrary(folder.path, { clock: clock.read });
}

describe('a new story', () => {
  it.each(TEMPLATES)('from the template “%s” has structure and not one word', (template) => {
    const { story, seq, notice } = drafts().create(template, OWN);
    expect(storySchema.parse(story)).toEqual(story);
    expect(countBodyWords(story.blocks)).toBe(0);
    expect(story.blocks.length).toBeGreaterThan(0);
    expect(story.fields).toMatchObject({ ...OWN, status: 'draft', headline: '' });
    expect([seq, notice]).toEqual([1, null]);
    expect(test.library.revisions.list(story.id).map(({ reason }) => reason)).toEqual(['created']);
    expect(test.library.history.list(story.id).map(({ kind }) => kind)).toEqual(['created']);
  });

  it('is refused under an id that is taken, and nothing of it is stored', () => {
    const { id } = create('First.');
    const again = { ...drafts().read(id), blocks: [paragraph('Second.')] };
    expect(() => drafts().add(again, 'imported', 'Imported.')).toThrowError(
      expect.objectContaining({ code: 'exists' }),
    );
    expect(drafts().read(id).blocks).toHaveLength(1);
    expect(test.library.history.list(id)).toHaveLength(1);
  });
});

describe('a put', () => {
  it('is on the disk when it is answered', () => {
    const { id, blocks } = create('One.', 'Two.');
    const third = paragraph('Three.');
    const { seq } = drafts().put({ id, blocks: [third], order: [...blocks.map((block) => block.id), third.id] });
    reopen();
    const opened = drafts().open(id);
    expect(opened.story.blocks).toEqual([...blocks, third]);
    expect(opened.seq).toBe(seq);
  });

  it('changes the fields it names and no others', () => {
    const { id } = create('One.');
    drafts().put({ id, fields: { headline: 'Floods' } });
    drafts().put({ id, fields: { slug: 'floods', headline: undefined } });
    expect(drafts().read(id).fields).toMatchObject({ ...OWN, headline: 'Floods', slug: 'floods' });
  });

  it('removes the blocks its order leaves out, and lets them come back', () => {
    const { id, blocks } = create('One.', 'Two.');
    const [one, two] = blocks as [Block, Block];
    drafts().put({ id, order: [two.id] });
    expect(drafts().read(id).blocks).toEqual([two]);
    drafts().put({ id, blocks: [one], order: [one.id, two.id] });
    reopen();
    expect(drafts().read(id).blocks).toEqual([one, two]);
  });

  const refused: [string, (blocks: readonly Block[]) => { blocks?: Block[]; order?: BlockId[] }][] = [
    ['an order that names a block nobody sent', ([one]) => ({ order: [one?.id ?? newBlockId(), newBlockId()] })],
    ['an order that names a block twice', ([one]) => ({ order: one ? [one.id, one.id] : [] })],
    ['a block twice', () => twice(paragraph('Twice.'))],
    ['a block outside the order', () => ({ blocks: [paragraph('Lost.')] })],
    ['a block its own order leaves out', ([one]) => ({ blocks: [paragraph('Lost.')], order: one ? [one.id] : [] })],
  ];
  it.each(refused)('refuses %s, and stores nothing of it', (_name, change) => {
    const { id, blocks } = create('One.');
    const before = drafts().open(id);
    expect(() => drafts().put({ id, fields: { headline: 'New' }, ...change(blocks) })).toThrowError(
      expect.objectContaining({ code: 'invalidChange' }),
    );
    expect(drafts().open(id)).toEqual(before);
    // What is remembered of the story must not have changed either.
    drafts().put({ id, blocks: [...blocks] });
    expect(drafts().read(id).blocks).toEqual(blocks);
  });

  it('says when the story is gone', () => {
    const id = newStoryId();
    expect(() => drafts().put({ id })).toThrowError(expect.objectContaining({ code: 'notFound' }));
    expect(() => drafts().keepPlace(id, place)).toThrowError(expect.objectContaining({ code: 'notFound' }));
  });

  const place = { field: 'body', blockId: null, slot: null, offset: 7, scroll: 0 } as const;
  it('keeps the place of the put before, until one brings another', () => {
    const { id } = create('One.');
    drafts().put({ id, place });
    drafts().put({ id, fields: { headline: 'A' } });
    expect(drafts().open(id).place).toEqual(place);
  });

  it('keeps any story as it was given, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryBlocks, arbitraryFields, (story, blocks, fields) => {
        const own = { ...story, id: newStoryId() };
        drafts().add(own, 'imported', 'Imported.');
        expect(drafts().read(own.id)).toEqual(own);
        drafts().put({ id: own.id, fields, blocks, order: blocks.map((block) => block.id) });
        expect(drafts().read(own.id)).toMatchObject({ fields, blocks });
      }),
      { numRuns: 60 },
    );
  });
});

function twice(block: Block): { blocks: Block[]; order: BlockId[] } {
  return { blocks: [block, block], order: [block.id] };
}

describe('a story an older Stet wrote', () => {
  it('is in today’s format after its first change, word for word', () => {
    const { id, blocks } = create('One', 'Two');
    const { database } = test.library.folder;
    test.library.close();
    setFormat(database, 1);
    reopen();
    expect(drafts().open(id).story.format).toBe(STORY_FORMAT);
    const quote: Block = {
      ...{ id: newBlockId(), type: 'pullQuote', content: [{ type: 'text', text: 'One' }], attribution: '' },
      ...{ source: null, kept: { by: 'Ayesha', at: '2026-05-03T10:15:00.000Z', words: 'One', passage: '' } },
    };
    const order = [...blocks, quote].map((block) => block.id);
    drafts().put({ id, blocks: [quote], order });
    reopen();
    const opened = drafts().open(id);
    expect(opened.story.blocks).toEqual([...blocks, quote]);
    expect(opened.notice).toBeNull();
    test.library.close();
    const now = new Database(database);
    expect(now.get('SELECT format FROM stories')).toEqual({ format: STORY_FORMAT });
    now.close();
    reopen();
  });
});

describe('what an hour of work changes', () => {
  const reasons = (id: StoryId) => test.library.revisions.list(id).map(({ reason }) => reason);

  it('can be gone back to: the state before it is kept with its first change', () => {
    const { id, blocks } = create('Before.');
    clock.pass(61);
    drafts().put({ id, blocks: [{ ...paragraph('After.'), id: blocks[0]?.id ?? newBlockId() }] });
    expect(reasons(id)).toEqual(['hourly', 'created']);
    const [hourly] = test.library.revisions.list(id);
    expect(hourly && test.library.revisions.read(hourly.id).story.blocks).toEqual(blocks);
  });

  it('is not kept again for each key, nor when nothing was written since', () => {
    const { id } = create('Before.');
    clock.pass(61);
    for (const headline of ['A', 'AB', 'ABC']) drafts().put({ id, fields: { headline } });
    expect(reasons(id)).toHaveLength(2);
    const kept = drafts().keepRevision(id, 'named', 'Noon');
    clock.pass(61);
    drafts().put({ id, fields: { headline: 'ABCD' } });
    expect(test.library.revisions.list(id)[0]).toEqual(kept);
  });

  it('is kept even if the clock was set back', () => {
    const { id } = create('Before.');
    clock.pass(-24 * 60);
    drafts().put({ id, fields: { headline: 'A' } });
    expect(reasons(id)).toEqual(['hourly', 'created']);
  });
});

describe('a restored revision', () => {
  it('comes from both: what was there, and what it went back to', () => {
    const { id } = create('Words.');
    drafts().put({ id, fields: { headline: 'Old' } });
    const old = drafts().keepRevision(id, 'named', 'Old one');
    drafts().put({ id, fields: { headline: 'New' } });
    expect(drafts().restore(old.id)).toBe(id);
    expect(drafts().read(id).fields.headline).toBe('Old');
    const [restored, before] = test.library.revisions.list(id);
    expect([restored?.reason, before?.reason]).toEqual(['restored', 'beforeRestore']);
    expect(restored?.parents).toEqual([before?.id, old.id]);
    expect(before && test.library.revisions.read(before.id).story.fields.headline).toBe('New');
    const [, happened] = test.library.history.list(id);
    expect(happened).toMatchObject({ kind: 'restored', detail: { revisionId: restored?.id } });
    expect(happened?.summary).toContain('“Old one”');
  });

  it('of the newest state still says that somebody went back', () => {
    const { id } = create('Words.');
    const kept = drafts().keepRevision(id, 'named');
    drafts().restore(kept.id);
    const [restored] = test.library.revisions.list(id);
    expect(restored).toMatchObject({ reason: 'restored', parents: [kept.id], hash: kept.hash });
  });
});

describe('the trash', () => {
  it('takes a story with all that belongs to it, and leaves the others', () => {
    const { id: gone } = create('Gone.');
    const { id: stays } = create('Stays.');
    drafts().setTrashed(gone, true);
    expect(drafts().emptyTrash(() => undefined)).toBe(1);
    expect(drafts().find(gone)).toBeNull();
    expect(test.library.revisions.list(gone)).toEqual([]);
    expect(drafts().find(stays)).not.toBeNull();
  });

  it('counts a story once, however often it is put in', () => {
    const { id } = create('Words.');
    drafts().setTrashed(id, true);
    const { trashedAt } = drafts().open(id);
    drafts().setTrashed(id, true);
    expect(drafts().open(id).trashedAt).toBe(trashedAt);
    expect(test.library.history.list(id).filter(({ kind }) => kind === 'trashed')).toHaveLength(1);
  });
});

describe('a copy', () => {
  it('is a story of its own with the same words', () => {
    const { id } = create('One.');
    drafts().put({ id, fields: { headline: 'Floods' } });
    const copy = drafts().duplicate(id);
    drafts().put({ id: copy.id, fields: { headline: 'Floods again' } });
    expect(drafts().read(id).fields.headline).toBe('Floods');
    expect(drafts().read(copy.id).blocks).toEqual(drafts().read(id).blocks);
    expect(test.library.history.list(copy.id)[0]).toMatchObject({ kind: 'duplicated', summary: 'Copied from Floods.' });
  });
});
