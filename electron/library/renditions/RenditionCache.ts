import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

const MAX_BYTES = 500 * 1024 * 1024;
/** So much is left when room is made, so that it is not made with every picture. */
const KEPT_SHARE = 0.8;
const DIGEST_BYTES = 32;

interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/**
 * Pictures as they were developed, before any words are written into them, by name. Each file ends with the SHA-256 of what
 * is before it: what a power cut or a bad disk left of one is never sent out. What was not used for longest goes first.
 */
export class RenditionCache {
  readonly #folder: string;
  readonly #maxBytes: number;
  #bytes: number | null = null;

  /** `folder` is made when it is first needed, and may be deleted at any time. */
  constructor(folder: string, maxBytes = MAX_BYTES) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** The picture kept under a name, or null. */
  async find(name: string): Promise<Buffer | null> {
    const path = join(this.#folder, name);
    const file = await readFile(path).catch(() => null);
    if (!file || file.length <= DIGEST_BYTES) return null;
    const picture = file.subarray(0, -DIGEST_BYTES);
    if (!createHash('sha256').update(picture).digest().equals(file.subarray(-DIGEST_BYTES))) return null;
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return picture;
  }

  /** Keeps a picture under a name. A disk that will not take it is no failure: it is developed again the next time. */
  async keep(name: string, picture: Uint8Array): Promise<void> {
    const path = join(this.#folder, name);
    const incoming = `${path}.${randomUUID()}`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(incoming, 'wx', 0o600);
      try {
        await file.writeFile(Buffer.concat([picture, createHash('sha256').update(picture).digest()]));
      } finally {
        await file.close();
      }
      await rename(incoming, path);
      await this.#makeRoom(picture.length + DIGEST_BYTES);
    } catch {
      await rm(incoming, { force: true }).catch(() => undefined);
    }
  }

  async #makeRoom(added: number): Promise<void> {
    if (this.#bytes !== null && this.#bytes + added <= this.#maxBytes) {
      this.#bytes += added;
      return;
    }
    const files = await this.#list();
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes > this.#maxBytes) {
      for (const file of files.sort((one, other) => one.usedAt - other.usedAt)) {
        if (bytes <= this.#maxBytes * KEPT_SHARE) break;
        await rm(file.path, { force: true });
        bytes -= file.bytes;
      }
    }
    this.#bytes = bytes;
  }

  async #list(): Promise<KeptFile[]> {
    const files: KeptFile[] = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => null);
      if (found?.isFile()) files.push({ path, bytes: found.size, usedAt: found.mtimeMs });
    }
    return files;
  }
}
