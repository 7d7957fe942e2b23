import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Puts a file's bytes on the disk for good. */
export async function syncFile(path: string): Promise<void> {
  // Windows syncs only what was opened for writing.
  await sync(path, 'r+');
}

/** Makes what was made, renamed or deleted in a folder durable. Windows has no such thing and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path, 'r');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `syncFile`, for what must happen before anything else does. */
export function syncFileNow(path: string): void {
  syncNow(path, 'r+');
}

/** `syncFolder`, for what must happen before anything else does. */
export function syncFolderNow(path: string): void {
  if (process.platform !== 'win32') syncNow(path, 'r');
}

function syncNow(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
