import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { openDatabase } from '../../../../../electron/library/db/openDatabase.ts';
import { makeLibraryFolder } from '../../../../../electron/library/libraryFolder.ts';
import { MediaStore } from '../../../../../electron/library/media/MediaStore.ts';
import type { Renderer } from '../../../../../electron/library/media/Renderer.ts';

/** A media store over a real database and a real folder, with the real decoder unless another is given. */
export async function openMedia(renderer: Renderer = renderHere) {
  const folder = makeLibraryFolder(await mkdtemp(join(tmpdir(), 'stet-media-')));
  const database = openDatabase(folder.database, () => undefined);
  const clock = () => new Date('2026-05-03T10:00:00.000Z');
  const store = new MediaStore({ database, folder, renderer, clock });
  /** Every file under media and cache, as paths from there. */
  const listFiles = async () => {
    const found: string[] = [];
    for (const part of [folder.media, folder.cache])
      for (const entry of await readdir(part, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(folder.root.length + 1));
    return found.sort();
  };
  const close = async () => {
    database.close();
    await rm(folder.root, { recursive: true, force: true });
  };
  /** The same library in another process's place. */
  const reopen = () => new MediaStore({ database, folder, renderer, clock });
  return { store, database, folder, listFiles, reopen, close };
}

export type OpenMedia = Awaited<ReturnType<typeof openMedia>>;
