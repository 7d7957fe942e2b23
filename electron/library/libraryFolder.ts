import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StetError } from '../../shared/lang/result.ts';
import { storageError } from './db/storageError.ts';

/** Where everything of a library lies; absolute paths. */
export interface LibraryFolder {
  readonly root: string;
  readonly database: string;
  readonly media: string;
  /** Renditions and working files: may be deleted at any time while no Stet runs. */
  readonly cache: string;
  readonly backups: string;
}

/** The paths of the library in `root`; nothing is touched. */
export function libraryFolder(root: string): LibraryFolder {
  return {
    root,
    database: join(root, 'stet.db'),
    media: join(root, 'media'),
    cache: join(root, 'cache'),
    backups: join(root, 'backups'),
  };
}

/**
 * Makes the folder and the folders in it where they are missing; readable by their owner only. Throws StetError
 * `notAFolder`, `readOnly`, `diskFull`.
 */
export function makeLibraryFolder(root: string): LibraryFolder {
  const folder = libraryFolder(root);
  try {
    for (const path of [root, folder.media, folder.cache, folder.backups])
      mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!statSync(root).isDirectory()) throw new StetError('notAFolder', `${root} is not a folder.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new StetError('notAFolder', `There is no room for a library in ${root}: a file is in its way.`);
    throw storageError(error);
  }
  return folder;
}
