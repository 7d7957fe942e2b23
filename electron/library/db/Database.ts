import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { StetError } from '../../../shared/lang/result.ts';
import { storageError } from './storageError.ts';

/** SQLite's own default: the log is written into the file when it holds so many pages. */
const CHECKPOINT_PAGES = 1000;

/** What can be bound to a statement. Booleans are not: they are 0 or 1 in the tables. */
export type SqlValue = string | number | bigint | Uint8Array | null;

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** How long a statement waits for another process's lock. */
  readonly busyTimeoutMs?: number;
}

/**
 * One connection, and the only door to SQLite. Statements are prepared once and kept. Failures of the disk are thrown as
 * StetErrors a person can read; a failed transaction leaves nothing behind.
 */
export class Database {
  readonly #connection: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();
  readonly #writes = new Map<string, StatementSyncInstance>();
  #copying: Promise<void> = Promise.resolve();

  constructor(
    readonly path: string,
    options: DatabaseOptions = {},
  ) {
    try {
      this.#connection = new DatabaseSync(path, {
        timeout: options.busyTimeoutMs ?? 5000,
        readOnly: options.readOnly ?? false,
        enableForeignKeyConstraints: true,
        defensive: true,
      });
    } catch (error) {
      throw storageError(error);
    }
  }

  #prepare(sql: string): StatementSyncInstance {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #prepareWrite(sql: string): StatementSyncInstance {
    const kept = this.#writes.get(sql);
    if (kept) return kept;
    // FTS5 leaves row numbers behind that no JavaScript number holds; read as such they would fail a write that was done.
    const statement = this.#connection.prepare(sql, { readBigInts: true });
    this.#writes.set(sql, statement);
    return statement;
  }

  #attempt<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Runs one or more statements that answer nothing. */
  exec(sql: string): void {
    this.#attempt(() => this.#connection.exec(sql));
  }

  /** Runs a writing statement; answers how many rows changed and the last row's number. */
  run(sql: string, ...values: SqlValue[]): { changes: number; lastId: number } {
    return this.#attempt(() => {
      const done: { changes: number | bigint; lastInsertRowid: number | bigint } = this.#prepareWrite(sql).run(
        ...values,
      );
      return { changes: Number(done.changes), lastId: Number(done.lastInsertRowid) };
    });
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#attempt(() => this.#prepare(sql).get(...values) as Row | undefined);
  }

  /** All rows. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#attempt(() => this.#prepare(sql).all(...values) as Row[]);
  }

  /** The value of the first column of the first row of a pragma. */
  pragma(source: string): SqlValue {
    const row = this.#attempt(() => this.#connection.prepare(`PRAGMA ${source}`).get() as Record<string, SqlValue>);
    return Object.values(row ?? {})[0] ?? null;
  }

  /** Runs `work` in one transaction: on the disk when this returns, or nothing of it. Inner ones join the outer one. */
  transaction<Value>(work: () => Value): Value {
    if (this.#connection.isTransaction) return work();
    this.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.exec('COMMIT');
      return value;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** A full disk has rolled back by itself, and one that fails must not hide the first reason by failing here too. */
  #rollBack(): void {
    try {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
    } catch {
      // The next BEGIN says so if the connection is still stuck.
    }
  }

  /**
   * Copies the database as it is now to a new file at `path`, while others go on writing and are not kept waiting. Throws
   * `closed` when the database was closed meanwhile; what lies at `path` is then no copy of anything. It is not synced.
   */
  copyTo(path: string): Promise<void> {
    const copied = this.#copying.then(() => this.#copyTo(path));
    this.#copying = copied.catch(() => undefined);
    return copied;
  }

  /** With the log emptied and kept from being emptied again, the file itself stands still: new writes go to the log. */
  async #copyTo(path: string): Promise<void> {
    if (this.pragma('wal_checkpoint(TRUNCATE)') !== 0) throw new StetError('busy', 'The library is busy.', true);
    this.exec('PRAGMA wal_autocheckpoint = 0');
    try {
      await copyFile(this.path, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    } finally {
      if (this.isOpen) this.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    }
    // Closing writes the log into the file, under the copy's hands.
    if (!this.isOpen) throw new StetError('closed', 'The library was closed while it was being copied.', true);
  }

  get isOpen(): boolean {
    return this.#connection.isOpen;
  }

  close(): void {
    this.#statements.clear();
    this.#writes.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }
}
