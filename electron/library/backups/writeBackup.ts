import { constants } from 'node:fs';
import { copyFile, mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { BackupReport } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Database } from '../db/Database.ts';
import { storageError } from '../db/storageError.ts';
import { syncFile, syncFolder } from '../disk/syncPath.ts';
import { libraryFolder, type LibraryFolder } from '../libraryFolder.ts';
import type { StoredFile } from '../media/MediaStore.ts';
import { copyDatabase } from './copyDatabase.ts';

interface BackupSource {
  readonly database: Database;
  readonly folder: LibraryFolder;
  /** The originals to copy, asked for when the database has been copied, so that no story's picture is left out. */
  readonly media: { files(): StoredFile[] };
}

/**
 * Copies the whole library into a new folder inside `parent` (made if need be): stories, revisions and pictures, proved by
 * opening. The new folder is a library itself, and appears under its name only when all of it is on the disk. Throws
 * StetError `badFolder`, `libraryDamaged`, or what the disk says; nothing is left behind then.
 */
export async function writeBackup(source: BackupSource, parent: string, at: string): Promise<BackupReport> {
  try {
    await mkdir(parent, { recursive: true });
    await refuseInside(parent, source.folder.root);
    const path = await freePath(join(parent, `stet-backup-${at.slice(0, 19).replaceAll(':', '-')}`));
    const partial = `${path}.partial`;
    await rm(partial, { recursive: true, force: true });
    try {
      const written = await fill(source, libraryFolder(partial));
      await rename(partial, path);
      await syncFolder(parent);
      return { path, ...written };
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  } catch (error) {
    throw backupError(error);
  }
}

async function fill({ database, media }: BackupSource, target: LibraryFolder): Promise<Omit<BackupReport, 'path'>> {
  await mkdir(target.media, { recursive: true, mode: 0o700 });
  const { stories } = await copyDatabase(database, target.database);
  let { size: bytes } = await stat(target.database);
  const files = media.files();
  const folders = new Set<string>();
  for (const { id, path } of files) {
    const folder = join(target.media, id.slice(0, 2));
    if (!folders.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
    folders.add(folder);
    const copy = join(folder, id);
    await copyFile(path, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await syncFile(copy);
    bytes += (await stat(copy)).size;
  }
  for (const folder of [...folders, target.media, target.root]) await syncFolder(folder);
  return { bytes, stories, assets: files.length };
}

/** A backup inside the library would be lost with it. */
async function refuseInside(parent: string, root: string): Promise<void> {
  const way = relative(await realpath(root), await realpath(parent));
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!isOutside)
    throw new StetError('badFolder', 'A backup inside the library’s own folder would be lost with it. Choose another.');
}

async function freePath(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${path}-${number}`;
    const isTaken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
}

/** Why there is no backup, as the user should read it. The library itself is never at risk. */
function backupError(error: unknown): unknown {
  const known = storageError(error);
  const code = known instanceof Error && 'code' in known ? known.code : null;
  switch (code) {
    case 'diskFull':
      return new StetError(
        'diskFull',
        'There is not enough room for the backup, so none was made. Choose another disk.',
      );
    case 'readOnly':
    case 'EEXIST':
    case 'ENOTDIR':
      return new StetError(
        'cannotWrite',
        'The backup cannot be written there, so none was made. Choose another folder.',
      );
    default:
      return known;
  }
}
