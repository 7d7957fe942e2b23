import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolderLock } from './folderLock.mjs';
import { say, startProgress } from './progress.mjs';
import { projectRoot } from './projectPaths.mjs';
import { runNpm } from './runProcess.mjs';
import { SetUpError } from './SetUpError.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 * @property {boolean} [link]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */
/** @typedef {{ packages?: Record<string, LockedPackage> }} PackageLock */

/**
 * Compares the clone's lockfile with npm's own record of what it installed (node_modules/.package-lock.json, written last).
 * @param {PackageLock} wanted
 * @param {PackageLock | null} installed null if nothing is installed
 * @returns {string | null} the first package that is missing or different; null if all is as locked
 */
export function firstDifference(wanted, installed) {
  const have = installed?.packages ?? {};
  const want = wanted.packages ?? {};
  for (const [path, entry] of Object.entries(want)) {
    if (!path.startsWith('node_modules/') || entry.link) continue;
    const found = have[path];
    if (!found) {
      // What is for another platform, or may fail to install, is rightly absent.
      if (entry.optional || entry.devOptional || entry.os || entry.cpu || entry.libc) continue;
      return path;
    }
    if (found.version !== entry.version) return path;
    if (found.integrity && entry.integrity && found.integrity !== entry.integrity) return path;
  }
  return null;
}

/**
 * Installs node_modules as locked, unless that is what is there.
 * @throws {SetUpError} if npm could not
 */
export async function ensureDependencies() {
  if ((await whatDiffers()) === null) return;
  await withFolderLock(join(projectRoot, '.cache', 'install.lock'), async () => {
    const difference = await whatDiffers();
    if (difference === null) return;
    say('Installing dependencies as package-lock.json names them …');
    const progress = startProgress('Installing dependencies …');
    const startedAt = Date.now();
    const tick = setInterval(() => progress.update(`${Math.round((Date.now() - startedAt) / 1000)} s`), 1000);
    // No install scripts: nothing we use needs one, and a download hidden in one would break offline set-up.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const result = await runNpm(args, { cwd: projectRoot, env: { ...process.env, NODE_ENV: 'development' } });
    clearInterval(tick);
    progress.end();
    if (result.code !== 0) {
      process.stderr.write(`${result.output.trimEnd()}\n`);
      throw new SetUpError(
        'npm could not install the dependencies (its own words are above).',
        'npm ci --ignore-scripts',
      );
    }
    say(`Dependencies installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  });
}

/**
 * The first recorded package whose folder is gone: the record is one file, and copied or cleaned folders can lack others.
 * @param {PackageLock | null} installed npm's record
 * @param {string} root the folder `node_modules` stands in
 * @returns {Promise<string | null>} null if all are there
 */
export async function firstMissingFolder(installed, root) {
  const paths = Object.keys(installed?.packages ?? {}).filter((path) => path.startsWith('node_modules/'));
  const isThere = await Promise.all(
    paths.map((path) =>
      access(join(root, path, 'package.json')).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.find((_path, index) => !isThere[index]) ?? null;
}

async function whatDiffers() {
  const wanted = await readLock(join(projectRoot, 'package-lock.json'));
  if (!wanted) throw new SetUpError('package-lock.json is missing or damaged.', 'git checkout package-lock.json');
  const installed = await readLock(join(projectRoot, 'node_modules', '.package-lock.json'));
  return firstDifference(wanted, installed) ?? (await firstMissingFolder(installed, projectRoot));
}

/** @param {string} path @returns {Promise<PackageLock | null>} */
async function readLock(path) {
  try {
    return /** @type {PackageLock} */ (JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
