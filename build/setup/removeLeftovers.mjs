import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what killed runs left in a folder. Only for whoever holds the lock under which such names are made.
 * @param {string} folder
 * @param {string} prefix the beginning of the names
 */
export async function removeLeftovers(folder, prefix) {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(prefix)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
