import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { newRevisionId, newStoryId, type StoryId } from '../../../../../shared/story/ids.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStory } from '../../../../fixtures/arbitraryStory.ts';
import { changedStory } from '../../../../fixtures/changedStory.ts';
import { turnBit } from '../../../../fixtures/library/damage.ts';
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

/** Writes a story of 1,500 words with a hand that changes a few of them each time, and keeps every state of it. */
function keepMany(count: number): void {
  let next = 7;
  const word = () => `w${(next = (next * 16_807) % 2_147_483_647) % 2000}`;
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const blocks = Array.from({ length: 30 }, () => paragraph(words(50)));
  test.library.drafts.put({ id, blocks, order: blocks.map((block) => block.id) });
  for (let at = 0; at < count; at += 1) {
    const block = blocks[at % 30];
    if (block) block.content = [{ type: 'text', text: `${words(10)} ${at} ${words(40)}` }];
    test.library.drafts.put({ id, ...(block ? { blocks: [block] } : {}) });
    keep('');
  }
}

/** The bytes of the pages that hold the revisions, in the file itself. */
function bytesOnDisk(): number {
  const database = new Database(test.library.folder.database, { readOnly: true });
  try {
    const sql = `SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE '%revisions%'`;
    return database.get<{ bytes: number }>(sql)?.bytes ?? 0;
  } finally {
    database.close();
  }
}

describe('many revisions', () => {
  it('of a story of 1,500 words take less than half a megabyte, 200 of them', () => {
    keepMany(200);
    expect(list()).toHaveLength(201);
    expect(list()[0]?.words).toBeGreaterThan(1500);
    expect(bytesOnDisk()).toBeLessThan(500_000);
  });

  it('are listed without being read', () => {
    keepMany(200);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      list();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('give back each state of the story, whatever was done to it', () => {
    fc.assert(
      fc.property(
        arbitraryStory.chain((story) => fc.tuple(fc.constant(story), fc.array(changedStory(story), { maxLength: 4 }))),
        ([first, changed]) => {
          const story: Story = { ...first, id: newStoryId() };
          const key = test.library.drafts.add(story, 'imported', '');
          for (const [at, { fields, blocks }] of changed.entries())
            test.library.revisions.keep(key, at + 2, { ...story, fields, blocks }, 'named');
          for (const { id: revision, hash } of test.library.revisions.list(story.id)) {
            const read = test.library.revisions.read(revision).story;
            expect(test.library.access.hashStory(read)).toBe(hash);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  const damage = (where: string) => {
    test.library.close();
    turnBit(test.library.folder.database, 'revisions', where);
    test = new TestLibrary(folder.path, { clock: new TestClock().read });
    return test.library.revisions.count(1);
  };

  it('lose one when one is damaged', () => {
    keepMany(40);
    const base = (key: number) => test.library.tables.database.get(`SELECT base FROM revisions WHERE key = ${key}`);
    expect([base(12), base(25)]).toEqual([{ base: null }, { base: 22 }]);
    expect(damage('key = 25')).toEqual({ total: 41, unreadable: 1 });
  });

  it('lose ten at most when a whole one is damaged, and say which they are', () => {
    keepMany(40);
    const { total, unreadable } = damage('key = 12');
    expect([total, unreadable]).toEqual([41, 10]);
    const states = list().map(({ id: revision }) => {
      try {
        return test.library.revisions.read(revision).story.id;
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(states.filter((state) => state === 'damagedRevision')).toHaveLength(unreadable);
  });
});

describe('what a revision tells', () => {
  it('are the words that came and went since the one before', () => {
    const block = paragraph('The river rose at night.');
    test.library.drafts.put({ id, blocks: [block], order: [block.id] });
    expect(keep('One')).toMatchObject({ wordsIn: 5, wordsOut: 0 });
    block.content = [{ type: 'text', text: 'The river fell at dawn, slowly.' }];
    test.library.drafts.put({ id, blocks: [block] });
    expect(keep('Two')).toMatchObject({ wordsIn: 3, wordsOut: 2 });
    expect(list().at(-1)).toMatchObject({ wordsIn: null, wordsOut: null });
  });

  it('is who was at work', () => {
    test.library.meet('  Sadia Noor Memon ');
    write('One');
    expect(keep('One').by).toBe('Sadia Noor Memon');
    expect(list().map(({ by }) => by)).toEqual(['Sadia Noor Memon', '']);
  });
});
