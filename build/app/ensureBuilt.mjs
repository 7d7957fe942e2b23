import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolderLock } from '../setup/folderLock.mjs';
import { say } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { removeLeftovers } from '../setup/removeLeftovers.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';
import { sourceStamp } from './sourceStamp.mjs';

/**
 * @typedef {object} Product
 * @property {string} name
 * @property {string} entry without it there is nothing to build yet
 * @property {string[]} sources
 * @property {string[]} folders what it makes in out/
 * @property {string[]} command the tool's script in node_modules and its arguments
 */

/** @type {Record<'app' | 'cli', Product>} */
const PRODUCTS = {
  app: {
    name: 'app',
    entry: 'electron/main.ts',
    sources: [
      'electron',
      'renderer',
      'shared',
      'package.json',
      'package-lock.json',
      'build/electron.vite.config.ts',
      'build/thirdPartyNotices.ts',
    ],
    folders: ['main', 'preload', 'renderer'],
    command: [
      'electron-vite/bin/electron-vite.js',
      'build',
      '--config',
      'build/electron.vite.config.ts',
      '--logLevel',
      'warn',
    ],
  },
  cli: {
    name: 'cli',
    entry: 'electron/cli/stet.ts',
    sources: [
      'electron',
      'shared',
      'package.json',
      'package-lock.json',
      'build/cli.vite.config.ts',
      'build/thirdPartyNotices.ts',
    ],
    folders: ['cli'],
    command: ['vite/bin/vite.js', 'build', '--config', 'build/cli.vite.config.ts', '--logLevel', 'warn'],
  },
};

/**
 * Builds what is out of date in out/. The new files take the old ones' place only when the build has succeeded.
 * @param {('app' | 'cli')[]} names
 * @param {{ force?: boolean }} [options]
 * @throws {SetUpError} if a build fails
 */
export async function ensureBuilt(names, options = {}) {
  for (const name of names) {
    const product = PRODUCTS[name];
    if (!existsSync(join(projectRoot, product.entry))) continue;
    if (!options.force && (await isFresh(product))) continue;
    await withFolderLock(join(projectRoot, '.cache', 'build.lock'), async () => {
      if (!options.force && (await isFresh(product))) return;
      await build(product);
    });
  }
}

/** @param {Product} product */
async function build(product) {
  const startedAt = Date.now();
  const stamp = await sourceStamp(projectRoot, product.sources);
  await mkdir(join(projectRoot, '.cache'), { recursive: true });
  await removeLeftovers(join(projectRoot, '.cache'), `build-${product.name}-`);
  const scratch = await mkdtemp(join(projectRoot, '.cache', `build-${product.name}-`));
  try {
    const [script, ...args] = product.command;
    const tool = join(projectRoot, 'node_modules', String(script));
    const result = await runProcess(process.execPath, [tool, ...args], {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', STET_OUT: scratch },
    });
    const text = result.output.trim();
    if (text) process.stderr.write(`${text}\n`);
    if (result.code !== 0)
      throw new SetUpError(`The ${product.name} build failed (see above).`, 'npm run build, once the source is mended');
    await mkdir(join(projectRoot, 'out'), { recursive: true });
    for (const folder of product.folders) {
      const target = join(projectRoot, 'out', folder);
      await rm(target, { recursive: true, force: true });
      if (existsSync(join(scratch, folder))) await rename(join(scratch, folder), target);
    }
    await writeFile(stampPath(product), stamp);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  say(`Built the ${product.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/** @param {Product} product */
async function isFresh(product) {
  if (!product.folders.every((folder) => existsSync(join(projectRoot, 'out', folder)))) return false;
  const kept = await readFile(stampPath(product), 'utf8').catch(() => '');
  return kept === (await sourceStamp(projectRoot, product.sources));
}

/** @param {Product} product */
function stampPath(product) {
  return join(projectRoot, 'out', `.${product.name}-stamp`);
}
