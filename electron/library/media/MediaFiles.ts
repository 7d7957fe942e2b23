import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ASSET_ID, type AssetId } from '../../../shared/story/ids.ts';
import { writeWhole } from '../disk/writeWhole.ts';
import type { LibraryFolder } from '../libraryFolder.ts';

const CHUNK = 1024 * 1024;

/** Makes what was renamed into a folder durable. Windows has no such thing and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/**
 * Where pictures lie: originals in `media/<aa>/<sha256>`, renditions in `cache/<aa>/<sha256>-<edge>.webp`, and copies that
 * are not complete yet in `media/incoming`, which nothing else ever reads.
 */
export class MediaFiles {
  readonly #media: string;
  readonly #cache: string;
  readonly #incoming: string;
  #swept: Promise<void> | null = null;

  constructor({ media, cache }: Pick<LibraryFolder, 'media' | 'cache'>) {
    this.#media = media;
    this.#cache = cache;
    this.#incoming = join(media, 'incoming');
  }

  /** Where the original lies or would lie. Throws RangeError for what is no id, so that no path can be made of it. */
  original(id: AssetId): string {
    return join(this.#media, ...this.#address(id));
  }

  /** Where the rendition with this longest side lies or would lie. */
  rendition(id: AssetId, edge: number): string {
    return `${join(this.#cache, ...this.#address(id))}-${edge}.webp`;
  }

  /** Whether the original is there; it never is for what is no id. */
  hasOriginal(id: AssetId): boolean {
    return ASSET_ID.test(id) && existsSync(this.original(id));
  }

  /** Whether the original can be read and its bytes still have the hash they are named by. */
  async isWhole(id: AssetId): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      const file = await open(this.original(id), 'r');
      try {
        const chunk = Buffer.allocUnsafe(CHUNK);
        for (;;) {
          const { bytesRead } = await file.read(chunk, 0, CHUNK, null);
          if (bytesRead === 0) break;
          hash.update(chunk.subarray(0, bytesRead));
        }
      } finally {
        await file.close();
      }
    } catch {
      return false;
    }
    return hash.digest('hex') === id;
  }

  /** Whether a rendition is there; an empty file is what a power cut may leave of one. */
  async hasRendition(id: AssetId, edge: number): Promise<boolean> {
    return Boolean(await sizeOf(this.rendition(id, edge)));
  }

  /** A path for a copy in the making. The first call clears away what a crash left of earlier ones. */
  async newIncoming(): Promise<string> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    this.#swept ??= this.#sweep();
    await this.#swept;
    return join(this.#incoming, randomUUID());
  }

  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#incoming)) await rm(join(this.#incoming, name), { force: true });
  }

  /**
   * Moves a complete and synced copy to its place, durably. What lies there already has the same bytes or has lost them,
   * so it is replaced; a system that cannot replace a file somebody reads keeps the old one if it is whole.
   */
  async place(incoming: string, id: AssetId): Promise<void> {
    const path = this.original(id);
    const isNewFolder = (await mkdir(dirname(path), { recursive: true, mode: 0o700 })) !== undefined;
    try {
      await rename(incoming, path);
    } catch (error) {
      if ((await sizeOf(path)) === null || (await sizeOf(path)) !== (await sizeOf(incoming))) throw error;
      await rm(incoming, { force: true });
    }
    await syncFolder(dirname(path));
    if (isNewFolder) await syncFolder(this.#media);
  }

  /** Writes a rendition, whole or not at all; answers its path. */
  async keepRendition(id: AssetId, edge: number, bytes: Uint8Array): Promise<string> {
    const path = this.rendition(id, edge);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(path, bytes, 0o600);
    return path;
  }

  #address(id: AssetId): readonly [string, string] {
    if (!ASSET_ID.test(id)) throw new RangeError('This is not the id of a picture.');
    return [id.slice(0, 2), id];
  }
}
