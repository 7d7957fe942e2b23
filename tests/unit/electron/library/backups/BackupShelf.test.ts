import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackupRoutine } from '../../../../../electron/library/backups/BackupRoutine.ts';
import { BackupShelf } from '../../../../../electron/library/backups/BackupShelf.ts';
import { Database } from '../../../../../electron/library/db/Database.ts';
import type { StoryId } from '../../../../../shared/story/ids.ts';
import { turnBit } from '../../../../fixtures/library/damage.ts';
import { paragraph } from '../../../../fixtures/library/paragraph.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let test: TestLibrary;
let shelf: BackupShelf;
let database: Database;

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  test = new TestLibrary(folder.path, { clock: clock.read });
  shelf = new BackupShelf(test.library.folder, clock.read);
  database = new Database(test.library.folder.database);
});
afterEach(async () => {
  database.close();
  test.library.close();
  await folder.remove();
});

function write(headline: string): StoryId {
  const { drafts } = test.library;
  const { id } = drafts.create('blank', { byline: '', dateline: '', language: 'en' }).story;
  const block = paragraph(`${headline} in words.`);
  drafts.put({ id, fields: { headline }, blocks: [block], order: [block.id] });
  test.library.refresh();
  return id;
}

const headline = (id: StoryId, headlineNow: string) =>
  test.library.drafts.put({ id, fields: { headline: headlineNow } });

describe('the shelf', () => {
  it('holds copies that open, with every story as it was', async () => {
    const id = write('Before');
    await shelf.keep(database);
    clock.pass(1);
    headline(id, 'After');
    await shelf.keep(database);
    const states = shelf.states(id);
    expect(states.map(({ story }) => story.fields.headline)).toEqual(['After', 'Before']);
    expect(states[1]?.source).toBe('the backup of 2026-03-01 09:00 UTC');
    expect(readdirSync(test.library.folder.backups)).toHaveLength(2);
  });

  it('needs nothing beside a copy, and leaves nothing beside it', async () => {
    write('Before');
    await shelf.keep(database);
    const before = readdirSync(test.library.folder.backups);
    for (const { database: backup } of shelf.open()) expect(backup.pragma('journal_mode')).toBe('delete');
    expect(readdirSync(test.library.folder.backups)).toEqual(before);
  });

  it('takes no copy of a damaged file, and keeps those it has', async () => {
    write('Before');
    await shelf.keep(database);
    clock.pass(1);
    const before = readdirSync(test.library.folder.backups);
    // An index that does not agree with its table is the least of damages.
    database.exec('PRAGMA writable_schema = ON');
    const harmed = join(folder.path, 'harmed.db');
    await database.copyTo(harmed);
    const bytes = readFileSync(harmed);
    bytes.fill(0xa5, 4096 * 5, 4096 * 6);
    writeFileSync(harmed, bytes);
    const harm = new Database(harmed);
    await expect(shelf.keep(harm)).rejects.toMatchObject({ code: 'libraryDamaged' });
    harm.close();
    expect(readdirSync(test.library.folder.backups)).toEqual(before);
  });

  it('passes over a copy that was damaged since, and a damaged story in one', async () => {
    const id = write('Before');
    await shelf.keep(database);
    clock.pass(1);
    headline(id, 'After');
    await shelf.keep(database);
    const [newest] = shelf.list();
    if (newest) turnBit(newest.path, 'story_fields', '1');
    expect(shelf.states(id).map(({ story }) => story.fields.headline)).toEqual(['Before']);
    if (newest) writeFileSync(newest.path, Buffer.alloc(8192, 7));
    expect(shelf.states(id).map(({ story }) => story.fields.headline)).toEqual(['Before']);
  });

  it('clears away what a crash left of a copy', async () => {
    write('Before');
    writeFileSync(join(test.library.folder.backups, 'stet-20200101T000000Z.db.partial'), 'half');
    await shelf.keep(database);
    expect(readdirSync(test.library.folder.backups).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('takes a copy at once before the tables change', () => {
    const id = write('Before');
    shelf.keepNow(database);
    expect(shelf.states(id).map(({ story }) => story.fields.headline)).toEqual(['Before']);
  });
});

describe('copies', () => {
  let errors: unknown[];
  let routine: BackupRoutine;
  beforeEach(() => {
    errors = [];
    routine = new BackupRoutine({ database, shelf, clock: clock.read, onError: (error) => errors.push(error) });
  });
  afterEach(() => routine.close());

  it('are not made of an empty library', async () => {
    expect(await routine.copyIfDue()).toBe(false);
  });

  it('are made once an hour, and only if something changed', async () => {
    const id = write('Before');
    expect(await routine.copyIfDue()).toBe(true);
    clock.pass(30);
    headline(id, 'After');
    test.library.refresh();
    expect(await routine.copyIfDue()).toBe(false);
    clock.pass(31);
    expect(await routine.copyIfDue()).toBe(true);
    clock.pass(24 * 60);
    expect(await routine.copyIfDue()).toBe(false);
    test.library.drafts.setTrashed(id, true);
    expect(await routine.copyIfDue()).toBe(true);
  });

  it('go on when the clock was set back', async () => {
    const id = write('Before');
    expect(await routine.copyIfDue()).toBe(true);
    clock.pass(-10 * 24 * 60);
    headline(id, 'After');
    test.library.refresh();
    expect(await routine.copyIfDue()).toBe(true);
    expect(await routine.copyIfDue()).toBe(false);
  });

  it('are made two at a time by nobody', async () => {
    write('Before');
    const both = await Promise.all([routine.copyIfDue(), routine.copyIfDue()]);
    expect(both).toEqual([true, false]);
  });
});
