import { closeSync, openSync } from 'node:fs';
import { StetError } from '../../../shared/lang/result.ts';
import { Database } from './Database.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { expectedSchemaText, schemaText } from './schemaText.ts';
import { damagedLibrary, storageError } from './storageError.ts';

/** `STET` in ASCII: marks a file as ours before anything is written to it. */
const APPLICATION_ID = 0x53544554;

/** A file with these is a library, whatever its mark says. */
const OWN_TABLES = ['stories', 'story_fields', 'story_orders', 'blocks', 'revisions'];

/** Before this, two connections could lose commits in the write-ahead log. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Throws when the linked SQLite is older than the first that never loses a commit. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new StetError('oldSqlite', `SQLite ${version} is too old to keep stories safely.`);
  }
}

/** The number of the last step of the tables' history: what today's libraries are at. */
export function newestVersion(): number {
  return MIGRATIONS.at(-1)?.number ?? 0;
}

/** The version of SQLite in use. */
export function sqliteVersion(database: Database): string {
  return database.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '0';
}

/** Sets what a connection forgets when it closes: durability, checks and limits. */
function configure(database: Database): void {
  if (database.pragma('journal_mode = WAL') !== 'wal')
    throw new StetError('noWal', 'The library folder is on a drive that cannot keep stories safely. Choose another.');
  // FULL: a commit is on the disk before it is acknowledged, through power loss too (NORMAL may roll back).
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA secure_delete = FAST;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32000;
    PRAGMA journal_size_limit = 16777216;
  `);
}

/** Brings the tables up to date, one transaction a step, so that a kill between steps leaves a library that opens. */
function migrate(database: Database, migrations: readonly Migration[], beforeUpgrade: (from: number) => void): void {
  const from = Number(database.pragma('user_version'));
  const newest = migrations.at(-1)?.number ?? 0;
  if (from > newest)
    throw new StetError(
      'newerLibrary',
      'This library was last used by a newer Stet. Update Stet to open it; nothing in it was changed.',
    );
  const steps = migrations.filter((migration) => migration.number > from);
  if (from > 0 && steps.length > 0) beforeUpgrade(from);
  for (const step of steps) {
    database.transaction(() => {
      step.up(database);
      database.exec(`PRAGMA user_version = ${step.number}`);
    });
  }
}

/** Marks a new file as a library and refuses another program's. Throws `notALibrary`, or `libraryDamaged` for half a library. */
function claim(database: Database, migrations: readonly Migration[]): void {
  const id = Number(database.pragma('application_id'));
  const tables = database.all<{ name: string }>('SELECT name FROM sqlite_schema').map(({ name }) => name);
  const isMarked = id === APPLICATION_ID;
  // The mark is four bytes of the first page: a library that lost them is still one.
  const isOurs = isMarked || tables.length === 0 || OWN_TABLES.every((name) => tables.includes(name));
  if (!isOurs) throw new StetError('notALibrary', `${database.path} is not a Stet library; it was left as it is.`);
  if (tables.length > 0) assertSchema(database, migrations);
  if (!isMarked) database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
}

/**
 * A library whose description of itself is damaged would refuse statements, or worse, read columns under other names.
 * Throws `libraryDamaged`. What only a newer Stet knows is not ours to judge.
 */
export function assertSchema(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = Number(database.pragma('user_version'));
  if (version > (migrations.at(-1)?.number ?? 0)) return;
  const steps = migrations.filter(({ number }) => number <= version);
  if (steps.length === 0 || schemaText(database) !== expectedSchemaText(steps)) throw damagedLibrary();
}

/**
 * Opens (or makes) the database of a library. `beforeUpgrade` runs before an older one is changed, with its version.
 * Throws StetError: `newerLibrary`, `notALibrary`, `libraryDamaged`, or what the disk says.
 */
export function openDatabase(
  path: string,
  beforeUpgrade: (database: Database, from: number) => void = () => undefined,
  migrations: readonly Migration[] = MIGRATIONS,
): Database {
  makeOwnFile(path);
  try {
    return open(path, beforeUpgrade, migrations, false);
  } catch (error) {
    // The index of the log is a file too. Kept in memory, stories can be read and copied from a disk that is full.
    if (error instanceof StetError && error.code === 'diskFull') return open(path, beforeUpgrade, migrations, true);
    throw error;
  }
}

function open(
  path: string,
  beforeUpgrade: (database: Database, from: number) => void,
  migrations: readonly Migration[],
  isAlone: boolean,
): Database {
  const database = new Database(path);
  try {
    if (isAlone) database.exec('PRAGMA locking_mode = EXCLUSIVE');
    assertSqliteVersion(sqliteVersion(database));
    claim(database, migrations);
    configure(database);
    migrate(database, migrations, (from) => beforeUpgrade(database, from));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite would make the file readable for everybody; what it makes beside it later gets the same rights. */
function makeOwnFile(path: string): void {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    throw storageError(error);
  }
}
