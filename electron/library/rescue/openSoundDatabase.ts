import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import type { BackupShelf } from '../backups/BackupShelf.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { isDamage, storageError } from '../db/storageError.ts';
import type { LibraryFolder } from '../libraryFolder.ts';
import { repairDatabase } from './repairDatabase.ts';
import { finishSwap, repairFiles } from './swapDatabase.ts';

/** An open database, and what the user should read about how it was opened. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly notices: readonly string[];
}

/**
 * Opens (or makes) the library's database; a damaged one is repaired first. One that is gone though there are backups of
 * it is damaged too: nobody is to find an empty library where stories were. Throws as `openDatabase` does.
 */
export function openSoundDatabase(folder: LibraryFolder, shelf: BackupShelf, clock: Clock): OpenedDatabase {
  try {
    finishSwap(folder);
    if (!existsSync(repairFiles(folder).wanted) && !isLost(folder, shelf)) {
      try {
        return { database: open(folder, shelf), notices: [] };
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
    }
    const notice = repairDatabase(folder, shelf, clock);
    return { database: open(folder, shelf), notices: [notice] };
  } catch (error) {
    throw storageError(error);
  }
}

/** Has the database repaired when it is opened next. */
export function wantRepair(folder: LibraryFolder): void {
  try {
    closeSync(openSync(repairFiles(folder).wanted, 'a', 0o600));
  } catch (error) {
    // It will be found damaged again.
    console.error('A repair could not be asked for:', error);
  }
}

function open(folder: LibraryFolder, shelf: BackupShelf): Database {
  return openDatabase(folder.database, (database) => shelf.keepNow(database));
}

/** SQLite throws away the log of an empty file, so that one is as good as none. */
function isLost({ database }: LibraryFolder, shelf: BackupShelf): boolean {
  const isThere = existsSync(database) && statSync(database).size > 0;
  return !isThere && shelf.list().length > 0;
}
