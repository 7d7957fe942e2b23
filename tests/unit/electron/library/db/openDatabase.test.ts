import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { layTables } from '../../../../../electron/library/db/migrations/0001-lay-tables.ts';
import { rememberWords } from '../../../../../electron/library/db/migrations/0002-remember-words.ts';
import type { Migration } from '../../../../../electron/library/db/migrations/migration.ts';
import { MIGRATIONS } from '../../../../../electron/library/db/migrations/migrations.ts';
import { assertSqliteVersion, openDatabase } from '../../../../../electron/library/db/openDatabase.ts';
import { makeTestFolder } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let path: string;
const opened: Database[] = [];

const open = (...options: Parameters<typeof openDatabase> extends [string, ...infer Rest] ? Rest : never) => {
  const database = openDatabase(path, ...options);
  opened.push(database);
  return database;
};

beforeEach(async () => {
  folder = await makeTestFolder();
  path = join(folder.path, 'stet.db');
});
afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  await folder.remove();
});

describe('a database', () => {
  it('is made durable, checked, and for its owner’s eyes only', () => {
    const database = open();
    expect(database.pragma('journal_mode')).toBe('wal');
    // 2 is FULL: a commit is on the disk before it is acknowledged.
    expect(database.pragma('synchronous')).toBe(2);
    expect(database.pragma('foreign_keys')).toBe(1);
    expect(database.pragma('trusted_schema')).toBe(0);
    expect(database.pragma('cell_size_check')).toBe(1);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is at the newest version, and stays as it is when it is opened again', () => {
    open().close();
    const before = readFileSync(path);
    expect(open(() => expect.unreachable()).pragma('user_version')).toBe(MIGRATIONS.at(-1)?.number);
    opened.at(-1)?.close();
    expect(readFileSync(path)).toEqual(before);
  });

  it('of a newer Stet is refused and left as it is', () => {
    const database = open();
    database.exec('PRAGMA user_version = 999');
    database.close();
    const before = readFileSync(path);
    expect(open).toThrowError(expect.objectContaining({ code: 'newerLibrary' }));
    expect(readFileSync(path)).toEqual(before);
  });

  it('of another program is refused and left as it is', () => {
    const other = new Database(path);
    other.exec('CREATE TABLE stories (title TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(open).toThrowError(expect.objectContaining({ code: 'notALibrary' }));
    expect(readFileSync(path)).toEqual(before);
  });

  it.each([
    ['its tables are others', (database: Database) => database.exec('ALTER TABLE revisions RENAME hash TO hasi')],
    ['it forgot its version', (database: Database) => database.exec('PRAGMA user_version = 0')],
    ['a table is gone', (database: Database) => database.exec('DROP TABLE notices')],
  ])('is damaged if %s', (_name, harm) => {
    const database = open();
    harm(database);
    database.close();
    expect(open).toThrowError(expect.objectContaining({ code: 'libraryDamaged' }));
  });

  it('is damaged if SQLite does not know the file', () => {
    writeFileSync(path, Buffer.alloc(8192, 7));
    expect(open).toThrowError(expect.objectContaining({ code: 'libraryDamaged' }));
  });

  it('in a folder that is not there says so', () => {
    path = join(folder.path, 'not', 'there.db');
    expect(open).toThrow(/ENOENT/);
  });
});

describe('SQLite', () => {
  it.each(['3.51.2', '3.50.7', '2.9.9', '3.8.0'])('%s may lose a commit and is refused', (version) => {
    expect(() => assertSqliteVersion(version)).toThrowError(expect.objectContaining({ code: 'oldSqlite' }));
  });
  it.each(['3.51.3', '3.53.4', '3.60.0', '4.0.0'])('%s is taken', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });
});

describe('the steps of the tables', () => {
  it('of a library that remembers no words yet leave its rows as they are, after a copy was made', () => {
    const first = open(() => undefined, [layTables]);
    const row = ['a'.repeat(64), Buffer.from('{}'), Buffer.from('sum')] as const;
    first.run('INSERT INTO assets (id, body, sum) VALUES (?, ?, ?)', ...row);
    first.close();
    const from: number[] = [];
    const database = open((_database, version) => from.push(version), [layTables, rememberWords]);
    expect(from).toEqual([1]);
    expect(database.pragma('user_version')).toBe(2);
    expect(database.get<{ id: string }>('SELECT id FROM assets')?.id).toBe(row[0]);
    database.close();
    expect(() => open(() => undefined, [layTables])).toThrowError(expect.objectContaining({ code: 'newerLibrary' }));
  });

  it('have numbers that grow by one, from one', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_step, index) => index + 1));
  });

  const addShelf: Migration = {
    number: 2,
    name: 'add-shelf',
    up: (database) => database.exec('CREATE TABLE shelf (name TEXT NOT NULL) STRICT'),
  };
  const fail: Migration = {
    number: 3,
    name: 'fail',
    up: (database) => {
      database.exec("INSERT INTO shelf VALUES ('half done')");
      throw new Error('cut short');
    },
  };

  it('are gone up one by one, with a word before an older library is changed', () => {
    open(undefined, [layTables]).close();
    const from: number[] = [];
    const database = open((_database, version) => from.push(version), [layTables, addShelf]);
    expect([from, database.pragma('user_version')]).toEqual([[1], 2]);
    expect(database.all('SELECT * FROM shelf')).toEqual([]);
  });

  it('cut short leave the library at the last whole step', () => {
    open(undefined, [layTables]).close();
    expect(() => open(undefined, [layTables, addShelf, fail])).toThrow('cut short');
    const database = open(undefined, [layTables, addShelf]);
    expect([database.pragma('user_version'), database.all('SELECT * FROM shelf')]).toEqual([2, []]);
  });

  it('that cannot be prepared for change nothing', () => {
    open(undefined, [layTables]).close();
    const noBackup = () => {
      throw new Error('no room for a backup');
    };
    expect(() => open(noBackup, [layTables, addShelf])).toThrow('no room for a backup');
    expect(open(undefined, [layTables]).pragma('user_version')).toBe(1);
  });

  it('1, lay-tables: every piece of a story goes with its story', () => {
    const database = open(undefined, [layTables]);
    database.exec(`
      INSERT INTO stories VALUES (7, 'id', 1, 1, '', '', NULL, NULL, 1, x'00');
      INSERT INTO story_fields VALUES (7, x'00', x'00');
      INSERT INTO story_orders VALUES (7, x'00', x'00');
      INSERT INTO blocks (story, id, body, sum) VALUES (7, 'b', x'00', x'00');
      INSERT INTO revisions VALUES (1, 'r', 7, 1, '[]', 'created', '', '', 0, '', x'00', x'00');
      INSERT INTO history VALUES (1, 7, '', 'created', '', '{}');
      INSERT INTO notices VALUES (7, '');
      INSERT INTO uses VALUES (7, 'a');
      INSERT INTO summaries VALUES (7, 'id', '', '', '', 0, '', '', '', '', NULL, NULL, 0, 1);
      DELETE FROM stories;
    `);
    const tables = ['story_fields', 'story_orders', 'blocks', 'revisions', 'history', 'notices', 'uses', 'summaries'];
    const left = tables.filter((table) => database.get(`SELECT 1 FROM ${table}`));
    expect(left).toEqual([]);
    // A key is never given twice, so that a piece left behind can never belong to another story.
    database.exec(
      "INSERT INTO stories (id, format, seq, created_at, updated_at, dirty, sum) VALUES ('x', 1, 1, '', '', 1, x'00')",
    );
    expect(database.get<{ key: number }>('SELECT key FROM stories')?.key).toBe(8);
  });

  it('4, index-captions: the stories that are there wait for their captions, and take them along when they go', () => {
    const before = MIGRATIONS.slice(0, 3);
    open(undefined, before).exec("INSERT INTO stories VALUES (7, 'id', 1, 1, '', '', NULL, NULL, 1, x'00')");
    opened.at(-1)?.close();
    const database = open(undefined, MIGRATIONS.slice(0, 4));
    expect(database.all('SELECT story FROM caption_backlog')).toEqual([{ story: 7 }]);
    database.exec(`
      INSERT INTO captions VALUES (1, x'00', 9, NULL, '[]', 'Dars');
      INSERT INTO caption_uses VALUES (7, 1, 9, 1);
      DELETE FROM stories;
    `);
    expect(['caption_backlog', 'caption_uses'].filter((table) => database.get(`SELECT 1 FROM ${table}`))).toEqual([]);
  });

  it('6, tell-revisions: those that are there are whole, nobody’s, and uncounted; what was not seen goes with its story', () => {
    open(undefined, MIGRATIONS.slice(0, 5)).exec(`
      INSERT INTO stories VALUES (7, 'id', 1, 1, '', '', NULL, NULL, 1, x'00');
      INSERT INTO revisions VALUES (1, 'r', 7, 1, '[]', 'created', '', '', 0, '', x'0102', x'03');
    `);
    opened.at(-1)?.close();
    const database = open();
    const row = { who: '', words_in: null, words_out: null, base: null, body: new Uint8Array([1, 2]) };
    const read = database.get('SELECT who, words_in, words_out, base, body FROM revisions');
    expect({ ...(read as typeof row), body: new Uint8Array((read as typeof row).body) }).toEqual(row);
    database.exec("INSERT INTO unseen VALUES (7, 'r'); DELETE FROM stories");
    expect(database.get('SELECT 1 FROM unseen')).toBeUndefined();
  });

  it('7, keep-reviews: what was said of a story goes with it', () => {
    const database = open();
    database.exec(`
      INSERT INTO stories VALUES (7, 'id', 1, 1, '', '', NULL, NULL, 1, x'00');
      INSERT INTO review_items (story, kind, id, body, sum) VALUES (7, 'threads', 'a', x'00', x'00');
    `);
    const again = "INSERT INTO review_items (story, kind, id, body, sum) VALUES (7, 'threads', 'a', x'00', x'00')";
    expect(() => database.exec(again)).toThrow('UNIQUE');
    database.exec('DELETE FROM stories');
    expect(database.get('SELECT 1 FROM review_items')).toBeUndefined();
  });
});
