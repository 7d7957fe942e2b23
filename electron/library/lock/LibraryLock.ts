import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';
import { Database } from '../db/Database.ts';

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
  }

  /** Takes the lock or throws StetError `inUse`. Never waits for long. */
  static take(folder: string): LibraryLock {
    const file = new Database(join(folder, LOCK_FILE), { busyTimeoutMs: 250 });
    try {
      file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      file.close();
      if (error instanceof StetError && error.code === 'busy')
        throw new StetError('inUse', `This library is open ${describeOwner(folder)}. Close it there first.`, true);
      throw error;
    }
    writeFileSync(join(folder, OWNER_FILE), JSON.stringify({ pid: process.pid, host: hostname() }));
    return new LibraryLock(folder, file);
  }

  release(): void {
    if (!this.#file.isOpen) return;
    rmSync(join(this.#folder, OWNER_FILE), { force: true });
    this.#file.close();
  }
}
