import { readlinkSync } from 'node:fs';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 30_000;
const POLL_MS = 250;

/**
 * Lets one process at a time do some work; the others wait. The lock is a folder whose time the holder keeps fresh: a killed
 * holder frees it at once on the same machine, and after half a minute in another container that shares the disk.
 * @template T
 * @param {string} lockPath a path that nothing else uses; its parent is made if missing
 * @param {() => Promise<T>} work must not block the event loop for longer than the stale limit
 * @param {() => void} [onWait] called once if somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockPath, work, onWait) {
  await mkdir(dirname(lockPath), { recursive: true });
  for (let waited = false; !(await take(lockPath)); waited = true) {
    if (await isAbandoned(lockPath)) {
      await rm(lockPath, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    await delay(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock that was taken away is noticed by whoever needs it next, not here.
    utimes(lockPath, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockPath, { recursive: true, force: true });
  }
}

/** @param {string} lockPath @returns {Promise<boolean>} whether it is ours now */
async function take(lockPath) {
  try {
    await mkdir(lockPath);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(lockPath, 'holder'), `${whereabouts()} ${process.pid}`);
  return true;
}

/** @param {string} lockPath */
async function isAbandoned(lockPath) {
  const holder = await readFile(join(lockPath, 'holder'), 'utf8').catch(() => '');
  const pid = holder.startsWith(`${whereabouts()} `) ? Number(holder.split(' ').at(-1)) : 0;
  if (pid > 0) return !isAlive(pid);
  return stat(lockPath).then(
    (found) => Date.now() - found.mtimeMs > STALE_AFTER_MS,
    () => false, // freed in between
  );
}

/** @returns {string} where a process number means the same process: this machine, and on Linux this container */
function whereabouts() {
  try {
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
