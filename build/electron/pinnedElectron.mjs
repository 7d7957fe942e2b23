import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { megabytes, say, startProgress } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runProcess } from '../setup/runProcess.mjs';

const STALL_MS = 45_000;
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
  say(`Downloading Electron ${version} …`);
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'electron-download-'));
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
    await runProcess(process.execPath, [script], { env, signal: stalled.signal });
  } finally {
    clearInterval(watch);
    progress.end();
    await rm(scratch, { recursive: true, force: true });
  }
  if (findPinnedElectron()) {
    await rm(refusal, { force: true });
    return true;
  }
  await writeFile(refusal, `${new Date().toISOString()}\n`);
  return false;
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
