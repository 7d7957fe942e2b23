import { isSignedBy } from '../handover/IdentityFile.ts';
import { badSignature } from './PackageArchive.ts';

/*
 * A small signed file that is no archive (`letter/letterFile`, `mediaRequest`), one after the other:
 *
 *     5 bytes     9F, STET
 *     1 byte      its format
 *     64 bytes    the sender's signature (Ed25519) of all other bytes
 *     32 bytes    the sender's public key
 *     the rest    what it says
 */
const MARK = Buffer.from('\u009fSTET', 'latin1');
const KEY_FROM = MARK.length + 1 + 64;
const BODY_FROM = KEY_FROM + 32;

/** How many bytes tell such a file from others, and what format it has. */
export const SIGNED_FILE_START = MARK.length + 1;
/** More than any holds that we write. */
export const MOST_SIGNED_BYTES = 8 * 1024 * 1024;

/** What a signed file says, and whose key signed it (base64). */
export interface SignedFile {
  readonly key: string;
  readonly body: Buffer;
}

/** The format of a file that begins so; null for one of another kind. */
export function signedFormat(start: Uint8Array): number | null {
  return MARK.equals(start.subarray(0, MARK.length)) ? (start[MARK.length] ?? 0) : null;
}

/** A signed file. */
export function writeSigned(format: number, { key, body }: SignedFile, sign: (bytes: Uint8Array) => string): Buffer {
  const head = Buffer.concat([MARK, Buffer.of(format)]);
  const rest = Buffer.concat([Buffer.from(key, 'base64'), body]);
  return Buffer.concat([head, Buffer.from(sign(Buffer.concat([head, rest])), 'base64'), rest]);
}

/** What a signed file says; sentences call it by `name`. Throws StetError `badSignature`. */
export function readSigned(file: Buffer, name: string): SignedFile {
  const signature = file.subarray(SIGNED_FILE_START, KEY_FROM).toString('base64');
  const key = file.subarray(KEY_FROM, BODY_FROM).toString('base64');
  const signed = Buffer.concat([file.subarray(0, SIGNED_FILE_START), file.subarray(KEY_FROM)]);
  if (!isSignedBy(key, signature, signed)) throw badSignature(name);
  return { key, body: file.subarray(BODY_FROM) };
}
