import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 30_000;
const POLL_MS = 250;

/**
 * Lets one process at a time do some work; the others wait. The lock is a folder whose time the holder keeps fresh, so a
 * killed holder frees it after half a minute, in any container that shares the disk.
 * @template T
 * @param {string} lockPath a path that nothing else uses; its parent is made if missing
 * @param {() => Promise<T>} work must not block the event loop for longer than the stale limit
 * @param {() => void} [onWait] called once if somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockPath, work, onWait) {
  await mkdir(dirname(lockPath), { recursive: true });
  let waited = false;
  for (;;) {
    try {
      await mkdir(lockPath);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (await isStale(lockPath)) {
      await rm(lockPath, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
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

/** @param {string} lockPath */
async function isStale(lockPath) {
  try {
    return Date.now() - (await stat(lockPath)).mtimeMs > STALE_AFTER_MS;
  } catch {
    return false; // freed in between
  }
}
