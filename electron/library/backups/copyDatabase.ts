import { Database } from '../db/Database.ts';
import { findStructureProblems } from '../db/findStructureProblems.ts';
import { damagedLibrary } from '../db/storageError.ts';
import { syncFile } from '../disk/syncPath.ts';

/** What a copy holds. */
export interface DatabaseCopy {
  readonly stories: number;
}

/**
 * Makes a complete copy of the database in one new file, synced, and proves it by opening it and having every table looked
 * at; others are served meanwhile. Throws `libraryDamaged` when the copy is no sound library, `closed`, or what the disk
 * says; what lies at `path` is then good for nothing.
 */
export async function copyDatabase(database: Database, path: string): Promise<DatabaseCopy> {
  await database.copyTo(path);
  seal(path);
  await syncFile(path);
  const copy = new Database(path, { readOnly: true });
  try {
    if ((await findStructureProblems(copy, 'quick')).length > 0) throw damagedLibrary();
    return { stories: copy.get<{ count: number }>('SELECT count(*) AS count FROM stories')?.count ?? 0 };
  } finally {
    copy.close();
  }
}

/** Takes the mark off that there is a log beside the file, so that it can be read without making one. */
function seal(path: string): void {
  const copy = new Database(path);
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
