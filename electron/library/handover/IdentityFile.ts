import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';
import { writeWhole } from '../disk/writeWhole.ts';
import { readOrMake } from './readOrMake.ts';

/** In the library's folder, for its owner's eyes alone; backups do not have it. */
const NAME = 'signing-key.pem';

/** The key a library signs what it hands over with (Ed25519, RFC 8032). */
export class Identity {
  /** The raw public key, base64. */
  readonly publicKey: string;
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = key;
    this.publicKey = rawKey(createPublicKey(key)).toString('base64');
  }

  /** The signature of these bytes, base64. */
  sign(bytes: Uint8Array): string {
    return sign(null, bytes, this.#key).toString('base64');
  }
}

/** Keeps the library's own key, which is made when it is first needed. */
export class IdentityFile {
  readonly #path: string;

  constructor(root: string) {
    this.#path = join(root, NAME);
  }

  /** Throws StetError `badKey` where there is a file that is no such key: a new one would make us a stranger to everybody. */
  read(): Promise<Identity> {
    return readOrMake(this.#path, readKey, () => this.#make(), unreadable);
  }

  async #make(): Promise<Identity> {
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeWhole(this.#path, Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })), 0o600);
    return new Identity(privateKey);
  }
}

/** Whether `signature` (base64) is that of the owner of this public key (32 bytes, base64) under these bytes. */
export function isSignedBy(publicKey: string, signature: string, bytes: Uint8Array): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
    return verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function rawKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function readKey(text: string): Identity {
  const key = createPrivateKey(text);
  if (key.asymmetricKeyType !== 'ed25519') throw unreadable();
  return new Identity(key);
}

function unreadable(): StetError {
  return new StetError(
    'badKey',
    `The key this library signs with cannot be read (${NAME} in its folder). Bring the file back from a copy, or take it away to sign with a new key, which your colleagues will be warned of.`,
  );
}
