import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';

/** A document's file in memory. */
export interface DocumentFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Pictures make Word documents and saved pages large; beyond this, something else is in them. */
const MAX_BYTES = 512 * 1024 * 1024;
const MISSING = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** Reads a file whole. Throws StetError `cannotRead`, `empty`, `tooLarge`, `diskError`. */
export async function readDocumentFile(path: string): Promise<DocumentFile> {
  const name = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw cannotRead(name);
      if (found.size === 0) throw empty(name);
      if (found.size > MAX_BYTES) throw tooLarge(name, MAX_BYTES);
      return { path, name, bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (MISSING.has(code)) throw cannotRead(name);
    throw new StetError('diskError', `“${name}” cannot be read: the disk reports an error (${code}).`, true);
  }
}

function cannotRead(name: string): StetError {
  return new StetError(
    'cannotRead',
    `“${name}” cannot be opened: it is no file, or not there, or Stet may not read it.`,
    true,
  );
}

/** A document without a word or a picture. */
export function empty(name: string): StetError {
  return new StetError('empty', `“${name}” is empty: there is nothing in it to take in.`);
}

/** A document beyond what a story can be. */
export function tooLarge(name: string, limit: number): StetError {
  return new StetError(
    'tooLarge',
    `“${name}” is larger than a document can be (${Math.floor(limit / 1024 / 1024)} MB). Divide it and take in the parts.`,
  );
}
