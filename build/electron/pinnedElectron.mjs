import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolderLock } from '../setup/folderLock.mjs';
import { megabytes, say, startProgress } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { removeLeftovers } from '../setup/removeLeftovers.mjs';
import { runProcess } from '../setup/runProcess.mjs';

const STALL_MS = 60_000;
const SCRATCH_PREFIX = 'electron-download-';
const RETRY_AFTER_MS = 24 * 3600_000;

/** @returns {string} the pinned `electron` package's folder */
export function pinnedPackageFolder() {
  return join(projectRoot, 'node_modules', 'electron');
}

/** @returns {{ version: string, executable: string } | null} the pinned Electron if its binary is here */
export function findPinnedElectron() {
  const folder = pinnedPackageFolder();
  try {
    const version = pinnedVersion();
    if (
      readFileSync(join(folder, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '') !== version
    )
      return null;
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? { version, executable } : null;
  } catch {
    return null;
  }
}

/** @returns {string} the version that users run and that is shipped */
export function pinnedVersion() {
  const manifest = JSON.parse(readFileSync(join(pinnedPackageFolder(), 'package.json'), 'utf8'));
  return String(manifest.version);
}

/**
 * Lets the pinned `electron` fetch its own binary. Where that has just failed it is not tried again for a day.
 * @param {string} cache
 * @param {{ again?: boolean }} [options] `again` tries even so
 * @returns {Promise<boolean>} whether it is here now
 */
export async function downloadPinnedElectron(cache, options = {}) {
  const version = pinnedVersion();
  const refusal = join(cache, `electron-${version}-${process.platform}-${process.arch}.unavailable`);
  if (!options.again && (await isRecent(refusal))) return false;
  return withFolderLock(join(cache, 'download-electron.lock'), async () => {
    if (findPinnedElectron()) return true;
    say(`Downloading Electron ${version} …`);
    await removeLeftovers(cache, SCRATCH_PREFIX);
    const reason = await runInstaller(await mkdtemp(join(cache, SCRATCH_PREFIX)), version);
    if (findPinnedElectron()) {
      await rm(refusal, { force: true });
      return true;
    }
    say(`Electron ${version} could not be downloaded here. ${reason}`);
    await writeFile(refusal, `${new Date().toISOString()}\n`);
    return false;
  });
}

/** @param {string} scratch removed at the end @param {string} version @returns {Promise<string>} why it failed, if it did */
async function runInstaller(scratch, version) {
  const stalled = new AbortController();
  const progress = startProgress(`Downloading Electron ${version} …`);
  let size = 0;
  let grewAt = Date.now();
  // Its downloader has no time limit of its own; on a network that swallows packets it would wait for ever.
  const watch = setInterval(() => {
    void folderSize(scratch).then((now) => {
      if (now !== size) grewAt = Date.now();
      size = now;
      progress.update(megabytes(size));
      if (Date.now() - grewAt > STALL_MS) stalled.abort();
    });
  }, 1000);
  try {
    const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    const script = join(pinnedPackageFolder(), 'install.js');
    const result = await runProcess(process.execPath, [script], { env, signal: stalled.signal });
    if (stalled.signal.aborted) return 'The network went quiet.';
    return result.output.trim().split('\n')[0]?.slice(0, 160) ?? '';
  } finally {
    clearInterval(watch);
    progress.end();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function isRecent(path) {
  return stat(path).then(
    (found) => Date.now() - found.mtimeMs < RETRY_AFTER_MS,
    () => false,
  );
}

/** @param {string} folder @returns {Promise<number>} bytes */
async function folderSize(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    // Node before 20.12 has it as `path` only.
    const parent = entry.parentPath ?? entry.path;
    if (entry.isFile())
      bytes += await stat(join(parent, entry.name)).then(
        (found) => found.size,
        () => 0,
      );
  }
  return bytes;
}
