import { createHash } from 'node:crypto';

/** 16 bytes that tell whether a stored piece is still what was written, and still where it was written. */
export function checksum(owner: number | string, piece: string, bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${owner}\0${piece}\0`).update(bytes).digest().subarray(0, 16);
}

/** Whether two checksums are the same. */
export function sameChecksum(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
