import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Writes a file whole or not at all, over one of the same name; its folder has to be there. Throws what the disk says. */
export async function writeWhole(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const incoming = `${path}.${randomUUID()}`;
  try {
    const file = await open(incoming, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(incoming, path);
  } catch (error) {
    await rm(incoming, { force: true }).catch(() => undefined);
    throw error;
  }
}
