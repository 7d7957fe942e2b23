import { StetError } from '../../../shared/lang/result.ts';
import { Database } from './Database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** `STET` in ASCII: marks a file as ours before anything is written to it. */
const APPLICATION_ID = 0x53544554;

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

/** The version of SQLite in use. */
export function sqliteVersion(database: Database): string {
  return database.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '0';
}

/** Sets what a connection forgets when it closes: durability, checks and limits. */
export function configure(database: Database): void {
  if (database.pragma('journal_mode = WAL') !== 'wal')
    throw new StetError('noWal', 'The library folder is on a drive that cannot keep stories safely. Choose another.');
  // FULL: a commit is on the disk before it is acknowledged, through power loss too (NORMAL may roll back).
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = FAST;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32000;
    PRAGMA journal_size_limit = 16777216;
  `);
}

/** Brings the tables up to date, one transaction a step, so that a kill between steps leaves a library that opens. */
export function migrate(database: Database, beforeUpgrade: (from: number) => void): void {
  const from = Number(database.pragma('user_version'));
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (from > newest)
    throw new StetError(
      'newerLibrary',
      'This library was last used by a newer Stet. Update Stet to open it; nothing in it was changed.',
    );
  const steps = MIGRATIONS.filter((migration) => migration.number > from);
  if (from > 0 && steps.length > 0) beforeUpgrade(from);
  for (const step of steps) {
    database.transaction(() => {
      step.up(database);
      database.exec(`PRAGMA user_version = ${step.number}`);
    });
  }
}

function assertOurs(database: Database): void {
  const id = Number(database.pragma('application_id'));
  const tables = database.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (tables > 0 && id !== APPLICATION_ID)
    throw new StetError('notALibrary', `${database.path} is not a Stet library; it was left as it is.`);
}

/**
 * Opens (or makes) the database of a library. `beforeUpgrade` runs before an older one is changed, with its version.
 * Throws StetError: `newerLibrary`, `notALibrary`, `damaged`, or what the disk says.
 */
export function openDatabase(path: string, beforeUpgrade: (database: Database, from: number) => void): Database {
  const database = new Database(path);
  try {
    assertSqliteVersion(sqliteVersion(database));
    assertOurs(database);
    configure(database);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    migrate(database, (from) => beforeUpgrade(database, from));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
