import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';
import { Database } from '../db/Database.ts';
import { isDamage } from '../db/storageError.ts';

const LOCK_FILE = 'stet.lock';
const OWNER_FILE = 'stet.lock.json';

function describeOwner(folder: string): string {
  try {
    const owner: unknown = JSON.parse(readFileSync(join(folder, OWNER_FILE), 'utf8'));
    if (typeof owner === 'object' && owner && 'host' in owner && owner.host !== hostname())
      return `on the computer ${String(owner.host)}`;
  } catch {
    // The note beside the lock is only for this sentence; the lock itself is what counts.
  }
  return 'already';
}

function noteOwner(folder: string): void {
  try {
    writeFileSync(join(folder, OWNER_FILE), JSON.stringify({ pid: process.pid, host: hostname() }), { mode: 0o600 });
  } catch {
    // Whoever is kept out reads a poorer sentence; that is no reason not to open.
  }
}

/**
 * One owner per library. The lock is the operating system's own, on a small file held open for the whole session: it
 * goes with the process however that ends, so a lock left behind by a crash never keeps anybody out.
 */
export class LibraryLock {
  readonly #folder: string;
  readonly #file: Database;

  private constructor(folder: string, file: Database) {
    this.#folder = folder;
    this.#file = file;
    noteOwner(folder);
  }

  /** Takes the lock or throws StetError `inUse`. Never waits for long. */
  static take(folder: string): LibraryLock {
    const path = join(folder, LOCK_FILE);
    try {
      return new LibraryLock(folder, lock(path));
    } catch (error) {
      if (error instanceof StetError && error.code === 'busy')
        throw new StetError('inUse', `This library is open ${describeOwner(folder)}. Close it there first.`, true);
      if (!isDamage(error)) throw error;
      // Nobody can hold a lock on a file that is none; nothing else was ever in it.
      rmSync(path, { force: true });
      return new LibraryLock(folder, lock(path));
    }
  }

  release(): void {
    if (!this.#file.isOpen) return;
    try {
      rmSync(join(this.#folder, OWNER_FILE), { force: true });
    } finally {
      this.#file.close();
    }
  }
}

function lock(path: string): Database {
  const file = new Database(path, { busyTimeoutMs: 250 });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
