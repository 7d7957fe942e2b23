import { createHash } from 'node:crypto';

/** What Photoshop's image resources say about captions. */
export interface ImageResources {
  /** The IPTC-IIM block, or null. */
  readonly iim: Uint8Array | null;
  /**
   * Whether the IIM block was changed by a program that left the XMP beside it alone: Photoshop writes down the digest of
   * the block it put in, and this one has another. Then the block is the newer of the two (MWG 2.0, §3.2).
   */
  readonly iimIsNewer: boolean;
}

const IPTC_NAA = 0x0404;
const IPTC_DIGEST = 0x0425;

/** Walks the image resource blocks: `8BIM`, a number, a padded Pascal string, a length, padded data. */
export function readResources(bytes: Uint8Array): ImageResources {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let iim: Buffer | null = null;
  let digest: Buffer | null = null;
  let at = 0;
  while (at + 12 <= view.length && view.toString('latin1', at, at + 4) === '8BIM') {
    const number = view.readUInt16BE(at + 4);
    const nameLength = view.readUInt8(at + 6) + 1;
    const lengthAt = at + 6 + nameLength + (nameLength % 2);
    if (lengthAt + 4 > view.length) break;
    const length = view.readUInt32BE(lengthAt);
    const start = lengthAt + 4;
    // The last block may be cut off by a writer that counted wrongly; what is there can still be read.
    const data = view.subarray(start, start + length);
    if (number === IPTC_NAA) iim ??= data;
    if (number === IPTC_DIGEST && length === 16) digest ??= data;
    at = start + length + (length % 2);
  }
  const current = iim && digest ? createHash('md5').update(iim).digest() : null;
  return { iim, iimIsNewer: current !== null && digest !== null && !current.equals(digest) };
}
