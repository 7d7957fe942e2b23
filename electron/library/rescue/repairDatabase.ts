import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupShelf } from '../backups/BackupShelf.ts';
import { timestamp, whenText, type Clock } from '../clock.ts';
import { Database } from '../db/Database.ts';
import type { Migration } from '../db/migrations/migration.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import { assertSchema, openDatabase } from '../db/openDatabase.ts';
import { syncFileNow, syncFolderNow } from '../disk/syncPath.ts';
import { StoryTables } from '../drafts/StoryTables.ts';
import type { LibraryFolder } from '../libraryFolder.ts';
import { CaptionIndex } from '../search/CaptionIndex.ts';
import { StoryIndex } from '../search/StoryIndex.ts';
import { lendSchema } from './lendSchema.ts';
import { Salvage } from './Salvage.ts';
import { removeDatabase, repairFiles, swapDatabase } from './swapDatabase.ts';

const STALE_AT_ONCE = 100;

/**
 * Makes a sound database out of a damaged one: everything that can still be read of it, and from the newest backup what
 * cannot. The damaged file is kept in a folder of its own; nothing is thrown away, and a kill at any moment leaves a
 * library that opens. Answers the sentence for the user. Throws what the disk says.
 */
export function repairDatabase(folder: LibraryFolder, shelf: BackupShelf, clock: Clock): string {
  const at = timestamp(clock);
  const aside = setAside(folder, at);
  const { making } = repairFiles(folder);
  removeDatabase(making);
  const source = openDamaged(folder);
  const target = openDatabase(making);
  let told: string;
  try {
    // Nothing of this counts before it is complete; then it is synced as a whole.
    target.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    told = fill(target, source, shelf, at);
    target.exec('PRAGMA journal_mode = DELETE');
  } finally {
    target.close();
    source?.close();
    removeDatabase(lentPath(folder.cache));
  }
  swapDatabase(folder);
  if (aside === null) return `The library’s file was missing, and a new one was made: ${told}.`;
  return `The library’s file was damaged, and a new one was made: ${told}. The damaged one is kept in “${aside}” in the library’s folder.`;
}

function fill(target: Database, source: Database | null, shelf: BackupShelf, at: string): string {
  for (const backup of shelf.open()) return carryOver(new Salvage({ at, source, backup, target }), target, backup.at);
  return carryOver(new Salvage({ at, source, backup: null, target }), target, null);
}

function carryOver(salvage: Salvage, target: Database, backupAt: string | null): string {
  target.transaction(() => salvage.run());
  const index = new StoryIndex(target, new StoryTables(target), new CaptionIndex(target));
  for (let stale = index.stale(STALE_AT_ONCE); stale.length > 0; stale = index.stale(STALE_AT_ONCE))
    target.transaction(() => {
      for (const { key } of stale) index.derive(key);
    });
  const { read, fromBackup } = salvage.stories;
  const told = [`${count(read)} could be read from the old one`];
  if (backupAt === null) told.push('there was no backup');
  else if (fromBackup > 0) told.push(`${count(fromBackup)} came from the backup of ${whenText(backupAt)}`);
  return told.join(', ');
}

function count(stories: number): string {
  if (stories === 0) return 'no story';
  return stories === 1 ? 'one story' : `${stories} stories`;
}

/** Copies the damaged file and its log as they are; answers the name of the folder they are in, or null if there is none. */
function setAside({ root, database }: LibraryFolder, at: string): string | null {
  if (!existsSync(database)) return null;
  const aside = join(root, `damaged-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const path of [database, `${database}-wal`]) {
    if (!existsSync(path)) continue;
    const copy = join(aside, basename(path));
    copyFileSync(path, copy, constants.COPYFILE_FICLONE);
    syncFileNow(copy);
  }
  syncFolderNow(aside);
  syncFolderNow(root);
  return basename(aside);
}

/** The damaged database, as far as SQLite can be made to read it, or null. */
function openDamaged({ database, cache }: LibraryFolder): Database | null {
  if (!existsSync(database)) return null;
  const lent = lentPath(cache);
  const readable = openIfReadable(database, MIGRATIONS);
  const steps = readable ? null : lendSchema(database, lent);
  return steps ? openIfReadable(lent, steps) : readable;
}

function lentPath(cache: string): string {
  return join(cache, 'damaged.db');
}

function openIfReadable(path: string, steps: readonly Migration[]): Database | null {
  const database = new Database(path);
  try {
    assertSchema(database, steps);
    return database;
  } catch {
    database.close();
    return null;
  }
}
