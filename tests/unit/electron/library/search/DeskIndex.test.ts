import { afterEach, beforeEach, expect, it } from 'vitest';
import { newThreadId, type StoryId } from '../../../../../shared/story/ids.ts';
import type { StoryFields } from '../../../../../shared/story/fields.ts';
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

function write(fields: Partial<StoryFields>): StoryId {
  const { drafts } = test.library;
  const { id } = drafts.create('blank', { byline: '', dateline: '', language: 'en' }).story;
  const block = paragraph('Words.');
  drafts.put({ id, fields, blocks: [block], order: [block.id] });
  return id;
}

const AT = '2026-11-30T12:00:00.000Z';

it('a library from before the desk was indexed shows it at once, as it stands', async () => {
  const id = write({ desk: 'World', deadline: AT, priority: 2, assignee: 'آمنہ' });
  const bare = write({});
  for (const by of ['Amna', 'Leila']) {
    const thread = { kind: 'addThread', id: newThreadId(), about: { kind: 'story' }, by, text: 'Where?' } as const;
    test.library.drafts.changeReview(id, thread);
  }
  const [settled] = test.library.drafts.readReview(id).threads;
  if (!settled) throw new Error('there is no thread');
  const state = { kind: 'setState', threadId: settled.id, is: 'resolved', by: 'Amna' } as const;
  test.library.drafts.changeReview(id, state);
  test.library.refresh();
  const { database } = test.library.tables;
  for (const column of ['desk', 'priority', 'deadline', 'assignee', 'comments'])
    database.exec(`ALTER TABLE summaries DROP COLUMN ${column}`);
  database.exec("UPDATE story_fields SET body = CAST('{broken' AS BLOB) WHERE story = 2; PRAGMA user_version = 7");
  test.library.close();

  test = new TestLibrary(folder.path);
  const { items } = test.library.desk.list();
  const rows = new Map(items.map((row) => [row.id, row]));
  expect(rows.get(id)).toMatchObject({ desk: 'World', deadline: AT, priority: 2, assignee: 'آمنہ', comments: 1 });
  expect(rows.get(bare)).toMatchObject({ desk: '', deadline: null, priority: null, assignee: '', comments: 0 });
});

it('leaves out the older ones of those that are done with, and says how many', () => {
  const done = Array.from({ length: 103 }, () => write({ status: 'sent' }));
  const open = write({});
  while (test.library.index.stale(1).length > 0) test.library.refresh();
  const { items, hidden } = test.library.desk.list();
  expect([items.length, items[0]?.id, hidden]).toEqual([101, open, 3]);
  expect(items.map(({ id }) => id)).not.toContain(done[0]);
});

it('lists 2,000 stories by their rows alone, within a moment', async () => {
  const { database } = test.library.tables;
  write({ desk: 'World', deadline: AT });
  test.library.refresh();
  database.exec(`
    WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 2099)
    INSERT INTO stories (key, id, format, seq, created_at, updated_at, dirty, sum)
    SELECT i, printf('00000000-0000-4000-8000-%012d', i), 5, 1, '', '', 0, x'00' FROM n;
    INSERT INTO summaries (story, id, slug, headline, first_words, words, status, language, created_at, updated_at, damaged,
      recency, desk, deadline)
    SELECT key, id, 'slug', 'Headline', '', 900, 'submitted', 'en', '', '', 0, key, 'World', '2026-11-30T12:00:00.000Z'
    FROM stories WHERE key >= 100;
  `);
  const begun = performance.now();
  const { items } = await test.ask('desk.list', {});
  expect(items).toHaveLength(2001);
  // None of these has fields or blocks to be read; the time is generous for a machine at work.
  expect(performance.now() - begun).toBeLessThan(1000);
});
