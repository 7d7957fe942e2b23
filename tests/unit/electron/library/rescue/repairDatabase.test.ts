import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupShelf } from '../../../../../electron/library/backups/BackupShelf.ts';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { layTables } from '../../../../../electron/library/db/migrations/0001-lay-tables.ts';
import { openDatabase } from '../../../../../electron/library/db/openDatabase.ts';
import { repairFiles } from '../../../../../electron/library/rescue/swapDatabase.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import { newBlockId, type StoryId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { DEFAULT_PROFILE, targetSchema } from '../../../../../shared/targets/target.ts';
import { pageCount, rootPages, ruinPages } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let test: TestLibrary;

const open = () => new TestLibrary(folder.path, { clock: clock.read });

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  test = open();
});
afterEach(async () => {
  test.library.close();
  await folder.remove();
});

/** Words enough that the tables have more than one page. */
function write(from: number, to: number): Map<StoryId, string> {
  const written = new Map<StoryId, string>();
  for (let number = from; number < to; number++) {
    const { story } = test.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
    const words = `Story number ${number}: ${`word${number} `.repeat(120)}end.`;
    const block = paragraph(words);
    test.library.drafts.put({
      id: story.id,
      fields: { headline: `Story ${number}` },
      blocks: [block],
      order: [block.id],
    });
    written.set(story.id, words);
  }
  return written;
}

async function backUp(): Promise<void> {
  test.library.refresh();
  const database = new Database(test.library.folder.database);
  await new BackupShelf(test.library.folder, clock.read).keep(database);
  database.close();
  clock.pass(1);
}

/** Ruins pages of the closed library and opens it again. */
function ruin(choose: (path: string) => readonly number[]): void {
  test.library.close();
  const path = test.library.folder.database;
  ruinPages(path, choose(path));
  test = open();
}

function expectAll(written: ReadonlyMap<StoryId, string>): void {
  for (const [id, words] of written) {
    const opened = test.library.drafts.open(id);
    expect(opened.story.blocks.map(blockText)).toEqual([words]);
  }
  test.library.refresh();
  const { total } = test.library.index.list({ query: 'word', status: null, trashed: false, offset: 0, limit: 1 });
  expect(total).toBe(written.size);
}

/** Keeps revisions of a long story of which most hold in what they differ from the first. */
function keepDifferences(id: StoryId) {
  const block = paragraph(Array.from({ length: 900 }, (_word, at) => `w${(at * 7919) % 997}`).join(' '));
  const { blocks } = test.library.drafts.read(id);
  const ids = [...blocks, block].map((one) => one.id);
  test.library.drafts.put({ id, blocks: [block], order: ids });
  const named = ['One', 'Two', 'Three'].map((name) => {
    test.library.drafts.put({ id, fields: { slug: name } });
    return test.library.drafts.keepRevision(id, 'named', name);
  });
  const order = blocks.map((one) => one.id);
  test.library.drafts.put({ id, order });
  return named;
}

describe('a file SQLite cannot open any more', () => {
  it('is set aside, named, and the newest backup takes its place', async () => {
    const written = write(0, 5);
    await backUp();
    test.library.close();
    const path = test.library.folder.database;
    const noise = Buffer.alloc(8192, 0xa5);
    writeFileSync(path, noise);
    test = open();
    expectAll(written);
    const [notice] = test.library.notices;
    expect(notice).toMatch(/damaged.*5 stories came from the backup of 2026-03-01/);
    const aside = /kept in “([^”]+)”/.exec(notice ?? '')?.[1] ?? 'not named';
    expect(readFileSync(join(folder.path, aside, 'stet.db'))).toEqual(noise);
    test.library.close();
    test = open();
    expect(test.library.notices).toEqual([]);
  });

  it('without any backup gives an empty library, and the file is still there', () => {
    write(0, 2);
    test.library.close();
    writeFileSync(test.library.folder.database, Buffer.alloc(8192, 0xa5));
    test = open();
    expect(test.library.notices[0]).toMatch(/no story could be read from the old one, there was no backup/);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
  });

  it.each(['empty', 'gone'])('because it is %s is no reason to show an empty library', async (how) => {
    const written = write(0, 3);
    await backUp();
    test.library.close();
    const path = test.library.folder.database;
    if (how === 'empty') truncateSync(path, 0);
    else renameSync(path, `${path}.elsewhere`);
    test = open();
    expectAll(written);
    expect(test.library.notices).toHaveLength(1);
  });

  it('is found out by a tool, not by its name: another program’s file is left alone', () => {
    test.library.close();
    const path = test.library.folder.database;
    writeFileSync(path, '');
    const other = new Database(path);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(open).toThrowError(expect.objectContaining({ code: 'notALibrary' }));
    expect(readFileSync(path)).toEqual(before);
    writeFileSync(path, '');
    test = open();
  });
});

describe('a file with ruined pages', () => {
  it('gives back every story, whichever single page is ruined', async () => {
    const old = write(0, 6);
    await backUp();
    const written = new Map([...old, ...write(6, 12)]);
    for (const id of written.keys()) test.library.drafts.keepRevision(id, 'named', 'Kept');
    test.library.close();
    const path = test.library.folder.database;
    const sound = readFileSync(path);
    const lost: string[] = [];
    for (let page = 1; page <= pageCount(path); page++) {
      writeFileSync(path, sound);
      ruinPages(path, [page]);
      test = open();
      const wrong = await lostAfter(written);
      if (wrong.length > 0) lost.push(`page ${page}: ${wrong.join(' ')}`);
      test.library.close();
    }
    expect(lost).toEqual([]);
    test = open();
  }, 120_000);

  it('shows no word that was never written, whichever bytes are wrong', async () => {
    const written = write(0, 8);
    for (const id of written.keys()) test.library.drafts.keepRevision(id, 'named', 'Kept');
    // A paragraph and its revision may be hit at once.
    await backUp();
    test.library.close();
    const path = test.library.folder.database;
    const sound = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 30 }),
        async (places) => {
          const bytes = Buffer.from(sound);
          for (const [at, mask] of places) bytes[at] = (bytes[at] ?? 0) ^ mask;
          writeFileSync(path, bytes);
          test = open();
          try {
            expect(await lostAfter(written)).toEqual([]);
          } finally {
            test.library.close();
          }
        },
      ),
      { numRuns: Number(process.env['STET_DAMAGES'] ?? 40) },
    );
    writeFileSync(path, sound);
    test = open();
  }, 600_000);

  it('finds a story whose id is wrong in its row and in the index alike', async () => {
    const written = write(0, 3);
    await backUp();
    test.library.close();
    const path = test.library.folder.database;
    const [id = ''] = written.keys();
    const bytes = readFileSync(path);
    for (const name of ['stories', 'sqlite_autoindex_stories_1']) {
      const page = (rootPages(path).get(name) ?? 0) - 1;
      const at = bytes.indexOf(id, page * 4096);
      expect(Math.floor(at / 4096)).toBe(page);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    }
    writeFileSync(path, bytes);
    test = open();
    expect(await lostAfter(written)).toEqual([]);
    expect(test.library.notices).toHaveLength(1);
  });

  /** Opens each story as the app does: damage found on the way ends the process, and the next one has repaired it. */
  async function lostAfter(written: ReadonlyMap<StoryId, string>): Promise<string[]> {
    const lost: string[] = [];
    for (const [id, words] of written) {
      let answer = await test.request('stories.open', { id });
      if (!answer.ok && answer.error.code === 'libraryDamaged') {
        test.library.close();
        test = open();
        answer = await test.request('stories.open', { id });
      }
      if (!answer.ok) lost.push(`${words.slice(0, 16)}: ${answer.error.code}`);
      else if (answer.value.story.blocks.map(blockText).join() !== words)
        lost.push(`${words.slice(0, 16)}: other words`);
    }
    return lost;
  }

  it('keeps words that are newer than the backup', async () => {
    const written = write(0, 3);
    await backUp();
    const [id] = written.keys();
    if (!id) throw new Error('Three stories were written.');
    const [block] = test.library.drafts.read(id).blocks;
    if (!block) throw new Error('It has a paragraph.');
    test.library.drafts.put({ id, blocks: [{ ...paragraph('Newer words.'), id: block.id }] });
    ruin((path) => [1, rootPages(path).get('sqlite_autoindex_stories_1') ?? 0]);
    expect(test.library.notices).toHaveLength(1);
    expect(test.library.drafts.read(id).blocks.map(blockText)).toEqual(['Newer words.']);
  });

  it('that got tables later than its stories keeps what lies where a new library has those', () => {
    test.library.close();
    const path = test.library.folder.database;
    rmSync(path);
    const first = openDatabase(path, undefined, [layTables]);
    const body = Buffer.alloc(100 * 4096, 7);
    first.run("INSERT INTO quarantine (at, story_id, piece, body, sum) VALUES ('', '', 'kept', ?, NULL)", body);
    first.close();
    test = open();
    const written = write(0, 3);
    const [id] = [...written.keys()];
    if (!id) throw new Error('Three stories were written.');
    // Stored against the one before it, in columns that the first tables did not have.
    const named = keepDifferences(id);
    ruin(() => [1]);
    expect(test.library.notices).toHaveLength(1);
    expectAll(written);
    expect(named.map((revision) => test.library.revisions.read(revision.id).summary)).toEqual(named);
    const kept = test.library.tables.database.get<{ body: Uint8Array }>('SELECT body FROM quarantine');
    expect(Buffer.compare(kept?.body ?? Buffer.alloc(0), body)).toBe(0);
    expect([test.library.targets.list(), test.library.outbox.list()]).toEqual([[], []]);
  });

  it('whose list of tables is ruined gives back targets, what is on its way there, and what they were left with', () => {
    const written = write(0, 3);
    const [storyId] = written.keys();
    if (!storyId) throw new Error('Three stories were written.');
    const { targets, outbox } = test.library;
    const target = targetSchema.parse({
      ...{ id: randomUUID(), name: 'Coast Desk', kind: 'wordpress', address: 'http://127.0.0.1:9', account: 'ayesha' },
      profile: DEFAULT_PROFILE,
    });
    targets.save(target);
    const job = outbox.send({ storyId, targetId: target.id, isMetered: false, despite: null });
    const key = () => test.library.tables.database.get('SELECT export_key, story, target FROM remotes');
    const known = key();
    expect(known).toBeDefined();
    ruin(() => [1]);
    expect(test.library.notices).toHaveLength(1);
    expectAll(written);
    expect(test.library.targets.list()).toEqual([target]);
    expect(test.library.outbox.list().map(({ id, title }) => [id, title])).toEqual([[job.id, job.title]]);
    expect(key()).toEqual(known);
  });

  it('gives its captions back', () => {
    const { story } = test.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
    const figure = {
      id: newBlockId(),
      type: 'figure' as const,
      assetId: null,
      fileName: '',
      caption: [{ type: 'text' as const, text: 'Boats on the quay' }],
      credit: 'Dars',
      alt: '',
      origin: {},
    };
    test.library.drafts.put({ id: story.id, blocks: [figure], order: [figure.id] });
    test.library.refresh();
    test.library.noteDamage(new StetError('libraryDamaged', 'Damaged.'));
    ruin((path) => [rootPages(path).get('captions') ?? 0]);
    expect(test.library.captions.search('quay', 0, 1)).toMatchObject({ total: 1, items: [{ credit: 'Dars' }] });
  });

  it('does not bring back what was deleted for good', async () => {
    const written = write(0, 4);
    await backUp();
    const [gone, ...others] = written.keys();
    if (!gone) throw new Error('Four stories were written.');
    test.library.drafts.setTrashed(gone, true);
    test.library.drafts.emptyTrash((key) => test.library.index.forget(key));
    test.library.close();
    writeFileSync(repairFiles(test.library.folder).wanted, '');
    test = open();
    expect(test.library.drafts.find(gone)).toBeNull();
    for (const id of others) expect(test.library.drafts.find(id)).not.toBeNull();
  });

  it('whose stories’ own rows are lost finds them again by their revisions', () => {
    const written = write(0, 3);
    for (const id of written.keys()) test.library.drafts.keepRevision(id, 'named', 'Kept');
    ruin((path) => [rootPages(path).get('stories') ?? 0, rootPages(path).get('sqlite_autoindex_stories_1') ?? 0]);
    // Nothing has looked at that page yet: the first who does has it repaired.
    expect(() => test.library.drafts.read([...written.keys()][0] as StoryId)).toThrowError(
      expect.objectContaining({ code: 'libraryDamaged' }),
    );
    test.library.noteDamage(attempt(() => test.library.tables.rowByKey(1)));
    test.library.close();
    test = open();
    expectAll(written);
  });
});

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a repair cut short', () => {
  it.each(['before', 'after'])('%s the old file went away is finished at the next opening', (when) => {
    const written = write(0, 3);
    test.library.close();
    const { database } = test.library.folder;
    const { made, wanted } = repairFiles(test.library.folder);
    writeFileSync(made, readFileSync(database));
    if (when === 'before') {
      writeFileSync(wanted, '');
      ruinPages(database, [1, 2, 3]);
      // The log of the old file: SQLite would write it into the new one.
      writeFileSync(`${database}-wal`, Buffer.alloc(4096, 1));
    } else renameSync(database, `${database}.gone`);
    test = open();
    expect([existsSync(made), existsSync(wanted)]).toEqual([false, false]);
    expect(test.library.notices).toEqual([]);
    expectAll(written);
  });

  it('while the new file was being made begins again', () => {
    const written = write(0, 3);
    test.library.close();
    const { making, wanted } = repairFiles(test.library.folder);
    writeFileSync(making, Buffer.alloc(4096, 7));
    writeFileSync(wanted, '');
    test = open();
    expect(test.library.notices).toHaveLength(1);
    expectAll(written);
  });
});

describe('a library that lost only its mark', () => {
  it('is still one', () => {
    const written = write(0, 2);
    test.library.close();
    const database = new Database(test.library.folder.database);
    database.exec('PRAGMA application_id = 7');
    database.close();
    test = open();
    expectAll(written);
    test.library.close();
    const again = openDatabase(test.library.folder.database);
    expect(again.pragma('application_id')).toBe(0x53544554);
    again.close();
    test = open();
  });
});
