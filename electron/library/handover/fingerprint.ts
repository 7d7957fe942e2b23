import { createHash } from 'node:crypto';

/**
 * What two people compare over the phone to know that a key is the other's: the first 16 bytes of the SHA-256 of the public
 * key (32 bytes, base64), in hexadecimal, in groups of four.
 */
export function fingerprint(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return hash.slice(0, 32).match(/.{4}/g)?.join(' ') ?? '';
}
