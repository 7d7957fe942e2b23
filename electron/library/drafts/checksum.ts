import { createHash } from 'node:crypto';

/** A stored piece of text with its checksum. */
export interface Piece {
  readonly body: Uint8Array;
  readonly sum: Uint8Array;
}

/** 16 bytes that tell whether a stored piece is still what was written, and still where it was written. */
export function checksum(owner: number | string, piece: string, bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${owner}\0${piece}\0`).update(bytes).digest().subarray(0, 16);
}

/** Whether two checksums are the same; what is none, because the row around it is damaged, is no other's same. */
export function sameChecksum(a: Uint8Array, b: Uint8Array): boolean {
  return isBytes(a) && isBytes(b) && a.length === b.length && Buffer.compare(a, b) === 0;
}

/** Whether a piece is what was written for this owner under this name. */
export function hasChecksum({ body, sum }: Piece, owner: number | string, piece: string): boolean {
  return isBytes(body) && sameChecksum(sum, checksum(owner, piece, body));
}

/** A damaged row may hold a number or a text where bytes were written. */
function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}
