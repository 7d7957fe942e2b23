import { open } from 'node:fs/promises';
import { REQUEST_FORMAT } from './mediaRequest.ts';
import { COUNTED_LETTER_FORMAT, LETTER_FORMAT } from './packageFormat.ts';
import { MOST_SIGNED_BYTES, SIGNED_FILE_START, signedFormat } from './signedFile.ts';

/** A signed file that is no archive, by its first bytes; its signature is still to be looked at. */
interface FoundFile {
  readonly kind: 'letter' | 'request' | 'newer';
  /** All of it, and no more than it may have and one. */
  readonly bytes: Buffer;
}

const KINDS: ReadonlyMap<number, FoundFile['kind']> = new Map([
  [LETTER_FORMAT, 'letter'],
  [COUNTED_LETTER_FORMAT, 'letter'],
  [REQUEST_FORMAT, 'request'],
]);

/** Reads a small signed file; null for one of another kind, or one that cannot be read. */
export async function readSignedFile(path: string): Promise<FoundFile | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const start = Buffer.alloc(SIGNED_FILE_START);
    await file.read(start, 0, start.length, 0);
    const format = signedFormat(start);
    if (format === null) return null;
    const bytes = Buffer.alloc(Math.min((await file.stat()).size, MOST_SIGNED_BYTES + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { kind: KINDS.get(format) ?? 'newer', bytes: bytes.subarray(0, bytesRead) };
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
