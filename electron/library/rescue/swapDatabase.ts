import { existsSync, renameSync, rmSync } from 'node:fs';
import { syncFileNow, syncFolderNow } from '../disk/syncPath.ts';
import type { LibraryFolder } from '../libraryFolder.ts';

/** Files beside the database that belong to a repair. */
export function repairFiles({ database }: Pick<LibraryFolder, 'database'>) {
  return {
    /** There when something found the database damaged: it is repaired when it is opened next. */
    wanted: `${database}.repair-wanted`,
    /** A repaired database in the making; good for nothing yet. */
    making: `${database}.repairing`,
    /** A repaired database, complete and synced; it takes the place of the other one, whatever happens in between. */
    made: `${database}.repaired`,
  };
}

/** Takes away a database with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const ending of ['-wal', '-shm', '-journal', '']) rmSync(`${path}${ending}`, { force: true });
}

/** Puts the repaired database in the place of the damaged one. */
export function swapDatabase(folder: LibraryFolder): void {
  const { making, made } = repairFiles(folder);
  syncFileNow(making);
  renameSync(making, made);
  syncFolderNow(folder.root);
  finishSwap(folder);
}

/**
 * Ends a swap that was begun; does nothing if none was. The old log must be gone before the new file takes its place:
 * SQLite would write it into that.
 */
export function finishSwap(folder: LibraryFolder): void {
  const { made, wanted } = repairFiles(folder);
  if (!existsSync(made)) return;
  rmSync(wanted, { force: true });
  removeDatabase(folder.database);
  renameSync(made, folder.database);
  syncFolderNow(folder.root);
}
