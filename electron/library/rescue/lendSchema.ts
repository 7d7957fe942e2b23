import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { layTables } from '../db/migrations/0001-lay-tables.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { removeDatabase } from './swapDatabase.ts';

const PAGE = 4096;
/** The first page begins with the file's header; see "The Database Header" in SQLite's file format. */
const HEADER = 100;
const AT = { changeCounter: 24, pageCount: 28, freeList: 32, freeCount: 36, validFor: 92 } as const;
const INTERIOR_TABLE = 0x05;

/**
 * Makes a copy, at `path`, of a damaged library whose list of tables cannot be read, with the first list of a new library
 * in its place. Every library was laid out by the same first step, so the tables of that step begin where those of a new
 * one do; what does not lie there fails its checksum. Those of later steps lie anywhere in a library that was there
 * before them. Answers false if the file has no room for a library.
 */
export function lendSchema(damaged: string, path: string): boolean {
  const bytes = readFileSync(damaged);
  const lent = newLibrary(path);
  const pages = schemaPages(lent);
  if (bytes.length < Math.max(...pages) * PAGE) return false;
  for (const page of pages) lent.copy(bytes, (page - 1) * PAGE, (page - 1) * PAGE, page * PAGE);
  bytes.writeUInt32BE(Math.floor(bytes.length / PAGE), AT.pageCount);
  bytes.writeUInt32BE(bytes.readUInt32BE(AT.changeCounter), AT.validFor);
  // What was free is not looked for: this copy is only read.
  bytes.writeUInt32BE(0, AT.freeList);
  bytes.writeUInt32BE(0, AT.freeCount);
  writeFileSync(path, bytes, { mode: 0o600 });
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${path}-wal`);
  return true;
}

function newLibrary(path: string): Buffer {
  removeDatabase(path);
  const database = openDatabase(path, undefined, [layTables]);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  const bytes = readFileSync(path);
  removeDatabase(path);
  return bytes;
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
