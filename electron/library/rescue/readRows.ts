import type { Database, SqlValue } from '../db/Database.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, SqlValue>>;

const BATCH = 200;
/** How far to look for rows behind a damaged place when nobody can say where the table ends. */
const BLIND_KEYS = 100_000;
const KEY = '__key';

/**
 * Reads every row of a table that can still be reached, whatever lies damaged in between. Answers whether that was the
 * whole table. A row that is reached may still not be what was written: its own checksum tells.
 */
export function readRows(source: Database, table: string, take: (row: Row) => void): boolean {
  let isWhole = true;
  let batch = BATCH;
  for (let last = 0; ;) {
    const rows = attempt(() =>
      source.all<Row>(`SELECT rowid AS ${KEY}, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`, last, batch),
    );
    if (!rows && batch > 1) {
      // Something in these rows is damaged: go up to it one by one.
      isWhole = false;
      batch = 1;
      continue;
    }
    if (!rows) {
      const next = firstReachable(source, table, last);
      if (next === null) return false;
      last = next - 1;
      batch = BATCH;
      continue;
    }
    for (const { [KEY]: key, ...row } of rows) {
      take(row);
      last = Number(key);
    }
    if (rows.length < batch) return isWhole;
  }
}

/** The first key after `last` whose row can be read by itself. */
function firstReachable(source: Database, table: string, last: number): number | null {
  const end = attempt(() => source.get<{ end: number | null }>(`SELECT max(rowid) AS end FROM "${table}"`))?.end;
  for (let key = last + 1; key <= (end ?? last + BLIND_KEYS); key++) {
    if (attempt(() => source.get<Row>(`SELECT * FROM "${table}" WHERE rowid = ?`, key))) return key;
  }
  return null;
}

/** What `read` answers, or undefined where the damage is in its way. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
