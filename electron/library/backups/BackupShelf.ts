import { copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { timestamp, whenText, type Clock } from '../clock.ts';
import { Database } from '../db/Database.ts';
import { newestVersion, openDatabase } from '../db/openDatabase.ts';
import { syncFolder } from '../disk/syncPath.ts';
import type { EarlierState } from '../drafts/mendStory.ts';
import { assembleStory, StoryTables } from '../drafts/StoryTables.ts';
import type { LibraryFolder } from '../libraryFolder.ts';
import { backupName, backupTime } from './backupName.ts';
import { chooseBackups, type StoredBackup } from './chooseBackups.ts';
import { copyDatabase } from './copyDatabase.ts';

const PARTIAL = '.partial';

/** A backup's database, read only, and when it was made (ISO 8601, UTC). */
export interface OpenBackup {
  readonly database: Database;
  readonly at: string;
}

/**
 * The rolling copies of the database beside it, in `backups/`. Each was proved by opening it before it got its name, and
 * is never changed. Pictures are not in them: their files never change either.
 */
export class BackupShelf {
  readonly #folder: Pick<LibraryFolder, 'backups' | 'cache'>;
  readonly #clock: Clock;

  constructor(folder: Pick<LibraryFolder, 'backups' | 'cache'>, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  /** All there are, newest first. */
  list(): StoredBackup[] {
    const { backups } = this.#folder;
    return readdirSync(backups)
      .toSorted()
      .toReversed()
      .flatMap((name) => {
        const at = backupTime(name);
        const path = join(backups, name);
        return at === null ? [] : [{ path, at, bytes: statSync(path).size }];
      });
  }

  /** Puts a copy of the database on the shelf and takes down those that are too many. Throws as `copyDatabase` does. */
  async keep(database: Database): Promise<void> {
    const path = this.#newPath();
    const partial = `${path}${PARTIAL}`;
    this.#sweep();
    try {
      await copyDatabase(database, partial);
      await rename(partial, path);
      await syncFolder(this.#folder.backups);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    const all = this.list();
    const kept = new Set(chooseBackups(all));
    for (const backup of all) if (!kept.has(backup)) await rm(backup.path, { force: true });
  }

  /** The same before an upgrade of the tables, at once. Nothing is taken down. */
  keepNow(database: Database): void {
    const path = this.#newPath();
    this.#sweep();
    database.run('VACUUM INTO ?', path);
  }

  #newPath(): string {
    return join(this.#folder.backups, backupName(timestamp(this.#clock)));
  }

  /** What a crash left behind, and a copy of the same second. */
  #sweep(): void {
    const { backups } = this.#folder;
    for (const name of readdirSync(backups)) if (name.endsWith(PARTIAL)) rmSync(join(backups, name), { force: true });
    rmSync(this.#newPath(), { force: true });
  }

  /** Each backup that opens, newest first, to be read until the next is asked for. */
  *open(): Generator<OpenBackup> {
    for (const { path, at } of this.list()) {
      const database = this.#open(path);
      if (!database) continue;
      try {
        yield { database, at };
      } finally {
        database.close();
      }
    }
  }

  /** Opens a backup to be read; one from before an upgrade as a copy brought up to date. Null if that cannot be done. */
  #open(path: string): Database | null {
    try {
      const backup = new Database(path, { readOnly: true });
      if (Number(backup.pragma('user_version')) === newestVersion()) return backup;
      backup.close();
      const upgraded = join(this.#folder.cache, 'backup.db');
      for (const ending of ['', '-wal', '-shm']) rmSync(`${upgraded}${ending}`, { force: true });
      copyFileSync(path, upgraded);
      return openDatabase(upgraded);
    } catch {
      return null;
    }
  }

  /** The sound states of a story in the backups, newest first. */
  states(id: StoryId): EarlierState[] {
    const states: EarlierState[] = [];
    for (const { database, at } of this.open()) {
      const story = readSound(new StoryTables(database), id);
      if (story) states.push({ at, story, source: `the backup of ${whenText(at)}` });
    }
    return states;
  }
}

/** A damaged backup helps nobody; the next one may. */
function readSound(tables: StoryTables, id: StoryId): Story | undefined {
  try {
    const row = tables.findRow(id);
    return row && assembleStory(tables.read(row));
  } catch {
    return undefined;
  }
}
