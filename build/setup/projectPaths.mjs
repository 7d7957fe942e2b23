import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The clone's root folder. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/**
 * Where downloads are kept: outside the clone, so that a fresh clone and `npm ci` cost nothing twice. STET_CACHE overrides it.
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder() {
  if (process.env['STET_CACHE']) return resolve(process.env['STET_CACHE']);
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), 'stet-build');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'stet-build');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'stet-build');
}
