import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { layTables } from '../db/migrations/0001-lay-tables.ts';
import { REVISION_COLUMNS } from '../db/migrations/0006-tell-revisions.ts';
import type { Migration } from '../db/migrations/migration.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { removeDatabase } from './swapDatabase.ts';

const PAGE = 4096;
/** The first page begins with the file's header; see "The Database Header" in SQLite's file format. */
const HEADER = 100;
const AT = { changeCounter: 24, pageCount: 28, freeList: 32, freeCount: 36, validFor: 92 } as const;
const INTERIOR_TABLE = 0x05;
/** What a page begins with that leads to rows, or holds them; of a table, and of an index. */
const KINDS: Readonly<Record<'table' | 'index', readonly number[]>> = { table: [0x05, 0x0d], index: [0x02, 0x0a] };
/** So many of the pages tables and indexes begin at must look it: some may be ruined themselves. */
const LEAST_FITTING = 0.8;

/** The first tables where they have always been, with every column they may have got since. */
const FIRST_TABLES: Migration = {
  ...layTables,
  up(database) {
    layTables.up(database);
    database.exec(REVISION_COLUMNS);
  },
};

/** A library as it is made, with nothing in it. */
interface NewLibrary {
  readonly bytes: Buffer;
  readonly roots: readonly { readonly type: 'table' | 'index'; readonly rootpage: number }[];
}

/**
 * Makes a copy, at `path`, of a damaged library whose list of tables cannot be read, with that of a new library in its
 * place. One that was made with all the tables there are today has them where a new one has. Every library was laid out
 * by the same first step, so in an older one the tables of that step begin where those of a new one do; what does not lie
 * there fails its checksum, and those of later steps lie anywhere. Answers the steps that the copy's list of tables is made
 * by, or null if the file has no room for a library.
 */
export function lendSchema(damaged: string, path: string): readonly Migration[] | null {
  const bytes = readFileSync(damaged);
  const whole = newLibrary(path, MIGRATIONS);
  const steps = isLaidOutAs(whole, bytes) ? MIGRATIONS : [FIRST_TABLES];
  const { bytes: lent } = steps === MIGRATIONS ? whole : newLibrary(path, steps);
  const pages = schemaPages(lent);
  if (bytes.length < Math.max(...pages) * PAGE) return null;
  for (const page of pages) lent.copy(bytes, (page - 1) * PAGE, (page - 1) * PAGE, page * PAGE);
  bytes.writeUInt32BE(Math.floor(bytes.length / PAGE), AT.pageCount);
  bytes.writeUInt32BE(bytes.readUInt32BE(AT.changeCounter), AT.validFor);
  // What was free is not looked for: this copy is only read.
  bytes.writeUInt32BE(0, AT.freeList);
  bytes.writeUInt32BE(0, AT.freeCount);
  writeFileSync(path, bytes, { mode: 0o600 });
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${path}-wal`);
  return steps;
}

function newLibrary(path: string, migrations: readonly Migration[]): NewLibrary {
  removeDatabase(path);
  const database = openDatabase(path, undefined, migrations);
  database.exec('PRAGMA journal_mode = DELETE');
  const roots = database.all<NewLibrary['roots'][number]>(
    'SELECT type, rootpage FROM sqlite_schema WHERE rootpage > 0',
  );
  database.close();
  const bytes = readFileSync(path);
  removeDatabase(path);
  return { bytes, roots };
}

/** Whether the tables and indexes of this library seem to begin where those of a new one do. */
function isLaidOutAs({ roots }: NewLibrary, bytes: Buffer): boolean {
  const fitting = roots.filter(({ type, rootpage }) => KINDS[type].includes(bytes[(rootpage - 1) * PAGE] ?? 0));
  return fitting.length >= roots.length * LEAST_FITTING;
}

/** The pages of the table of tables, which begins on the first one. */
function schemaPages(bytes: Buffer, page = 1): number[] {
  const start = (page - 1) * PAGE;
  const header = start + (page === 1 ? HEADER : 0);
  if (bytes[header] !== INTERIOR_TABLE) return [page];
  const cells = bytes.readUInt16BE(header + 3);
  const children = Array.from({ length: cells }, (_cell, index) =>
    bytes.readUInt32BE(start + bytes.readUInt16BE(header + 12 + 2 * index)),
  );
  const last = bytes.readUInt32BE(header + 8);
  return [page, ...[...children, last].flatMap((child) => schemaPages(bytes, child))];
}
