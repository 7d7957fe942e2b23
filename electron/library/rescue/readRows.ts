import type { Database, SqlValue } from '../db/Database.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, SqlValue>>;

const BATCH = 200;
/** How far to look for rows behind a damaged place: more than lie in any part of a table that one page leads to. */
const FARTHEST = 1_000_000;
const KEY = '__key';

/**
 * Reads every row of a table that can still be reached, whatever lies damaged in between. Answers whether that was the
 * whole table. A row that is reached may still not be what was written: its own checksum tells.
 */
export function readRows(source: Database, table: string, take: (row: Row) => void): boolean {
  if (!attempt(() => source.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table))) return false;
  let isWhole = true;
  let batch = BATCH;
  let last = 0;
  const read = () =>
    source.all<Row>(`SELECT rowid AS ${KEY}, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`, last, batch);
  for (;;) {
    const rows = attempt(read);
    const before = last;
    for (const { [KEY]: key, ...row } of rows ?? []) {
      // A damaged page may lead back to where the reading has been already.
      if (Number(key) <= last) continue;
      take(row);
      last = Number(key);
    }
    if (rows && rows.length < batch) return isWhole;
    if (rows && last > before) continue;
    isWhole = false;
    if (batch > 1) {
      // Something in these rows is damaged: go up to it one by one.
      batch = 1;
      continue;
    }
    const next = nextReachable(source, table, last);
    if (!next) return false;
    take(next.row);
    last = next.key;
    batch = BATCH;
  }
}

/** The next row after `last` that can be read by itself, whether or not a walk along the table comes by it. */
function nextReachable(source: Database, table: string, last: number): { key: number; row: Row } | undefined {
  const rowAt = (key: number) => attempt(() => source.get<Row>(`SELECT * FROM "${table}" WHERE rowid = ?`, key));
  const end = attempt(() => source.get<{ end: number | null }>(`SELECT max(rowid) AS end FROM "${table}"`))?.end;
  const farthest = Math.min(end ?? Infinity, last + FARTHEST);
  // The farther the damage reaches, the larger is what comes behind it: steps may grow, and are gone back at the end.
  for (let key = last + 1; key <= farthest; key += 1 + Math.floor((key - last) / 200)) {
    let found: { key: number; row: Row } | undefined;
    for (let row = rowAt(key); row && key > last; row = rowAt(key)) {
      found = { key, row };
      key -= 1;
    }
    if (found) return found;
  }
  return undefined;
}

/** What `read` answers, or undefined where the damage is in its way. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
