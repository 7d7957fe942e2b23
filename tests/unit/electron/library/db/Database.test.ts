import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { openDatabase } from '../../../../../electron/library/db/openDatabase.ts';
import { makeTestFolder } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let database: Database;

beforeEach(async () => {
  folder = await makeTestFolder();
  database = openDatabase(join(folder.path, 'stet.db'));
});
afterEach(async () => {
  database.close();
  await folder.remove();
});

const note = (text: string) => database.run("INSERT INTO quarantine (at, story_id, piece) VALUES ('', '', ?)", text);
const notes = (from = database) =>
  from.all<{ piece: string }>('SELECT piece FROM quarantine').map(({ piece }) => piece);

describe('a transaction', () => {
  it('that throws leaves nothing, and the next one works', () => {
    expect(() =>
      database.transaction(() => {
        note('lost');
        throw new Error('no');
      }),
    ).toThrow('no');
    database.transaction(() => note('kept'));
    expect(notes()).toEqual(['kept']);
  });

  it('inside another is part of it', () => {
    expect(() =>
      database.transaction(() => {
        database.transaction(() => note('inner'));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(notes()).toEqual([]);
  });

  it('that another process keeps out says that it may be tried again', () => {
    const other = new Database(database.path);
    const impatient = new Database(database.path, { busyTimeoutMs: 1 });
    other.exec('BEGIN IMMEDIATE');
    expect(() => impatient.transaction(() => undefined)).toThrowError(
      expect.objectContaining({ code: 'busy', retryable: true }),
    );
    other.close();
    impatient.close();
  });
});

describe('a copy', () => {
  const copyPath = () => join(folder.path, 'copy.db');

  it('holds all that was written before it, and nothing half', async () => {
    note('before');
    const copied = database.copyTo(copyPath());
    // Written while the file is copied: it goes to the log, and the copy knows nothing of it.
    await Promise.resolve();
    for (let number = 0; number < 3000; number++) note(`meanwhile ${number}`);
    await copied;
    const copy = new Database(copyPath());
    expect(copy.pragma('integrity_check')).toBe('ok');
    expect(notes(copy)).toEqual(['before']);
    copy.close();
    expect(notes()).toHaveLength(3001);
    expect(database.pragma('wal_autocheckpoint')).toBe(1000);
  });

  it('of a database that is closed meanwhile is none', async () => {
    for (let number = 0; number < 3000; number++) note(`before ${number}`);
    const copied = database.copyTo(copyPath());
    await Promise.resolve();
    database.close();
    await expect(copied).rejects.toMatchObject({ code: 'closed' });
  });

  it('waits for the one before it', async () => {
    note('one');
    const first = database.copyTo(copyPath());
    const second = database.copyTo(join(folder.path, 'second.db'));
    await Promise.all([first, second]);
    const copy = new Database(copyPath());
    expect(copy.pragma('integrity_check')).toBe('ok');
    copy.close();
  });

  it('never overwrites a file', async () => {
    await database.copyTo(copyPath());
    await expect(database.copyTo(copyPath())).rejects.toThrow('EEXIST');
    expect(existsSync(copyPath())).toBe(true);
    expect(database.pragma('wal_autocheckpoint')).toBe(1000);
  });
});
