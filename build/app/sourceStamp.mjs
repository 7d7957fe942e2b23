import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names the state of some sources by content, so that a checkout that changes only times does not rebuild.
 * @param {string} root
 * @param {string[]} paths files and folders in it; missing ones count as such
 * @returns {Promise<string>} a hex hash
 */
export async function sourceStamp(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await listFiles(root, path)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} path @returns {Promise<string[]>} relative paths, sorted */
async function listFiles(root, path) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = await readdir(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    return [];
  }
  /** @type {string[]} */
  const files = [];
  for (const entry of entries) {
    const child = `${path}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await listFiles(root, child)));
    else if (entry.isFile()) files.push(child);
  }
  return files.sort();
}
