import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption';

/*
 * A sealed package is a file of age (age-encryption.org/v1) around the whole signed package, for recipients of the kind X25519;
 * the program `age` opens it, too. Such a file names nobody. A line of our own in its header (readers pass over what they do not
 * know) lets those who have a recipient's public key recognise it, and nobody else: a hash of it and of a salt.
 */
const FIRST_LINE = 'age-encryption.org/v1\n';
const HINT = 'stet/for';
/** Each line of a header costs a reader time; a file that has more of them means harm. */
const MOST_HEADER_BYTES = 32 * 1024;

/** A new secret key (AGE-SECRET-KEY-1…). */
export function newSealKey(): Promise<string> {
  return generateX25519Identity();
}

/** What others seal for the owner of this secret key with (age1…). Throws for what is no such key. */
export function sealRecipient(key: string): Promise<string> {
  return identityToRecipient(key);
}

/** These bytes sealed for the recipients, as they come. */
export async function seal(bytes: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const salt = randomBytes(8);
  const hint = new Stanza(
    [HINT, salt.toString('hex'), ...recipients.map((recipient) => tagOf(salt, recipient))],
    new Uint8Array(),
  );
  encrypter.addRecipient({ wrapFileKey: () => [hint] });
  return Readable.from(await encrypter.encrypt(ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array>));
}

/** Whether a file is sealed, by its first line. Throws what the disk says. */
export async function isSealed(path: string): Promise<boolean> {
  return (await readHead(path, FIRST_LINE.length)) === FIRST_LINE;
}

/** How opening a sealed file ended: `closed` is one for others, of whom `isFor` knows those it is asked about. */
export type Unsealing =
  | { readonly kind: 'open' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'closed'; readonly isFor: (recipient: string) => boolean };

/**
 * Opens a sealed file with a secret key and copies what is in it to a new file, which the caller removes, however this ends. No byte
 * of the file can be changed unnoticed. Throws what the disk says.
 */
export async function unseal(path: string, key: string, copyTo: string): Promise<Unsealing> {
  if (!(await readHead(path, MOST_HEADER_BYTES)).includes('\n--- ')) return { kind: 'broken' };
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  let tags: { readonly salt: Buffer; readonly tags: ReadonlySet<string> } | null = null;
  decrypter.addIdentity({
    unwrapFileKey: (stanzas: readonly Stanza[]) => {
      const [, salt = '', ...found] = stanzas.find(({ args: [kind] }) => kind === HINT)?.args ?? [];
      tags = { salt: Buffer.from(salt, 'hex'), tags: new Set(found) };
      return null;
    },
  });
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    const plain = await decrypter.decrypt(ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>);
    await pipeline(Readable.from(plain), createWriteStream(copyTo, { flags: 'wx', mode: 0o600 }));
    return { kind: 'open' };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    const hint = tags as { readonly salt: Buffer; readonly tags: ReadonlySet<string> } | null;
    if (hint === null) return { kind: 'broken' };
    return { kind: 'closed', isFor: (recipient) => hint.tags.has(tagOf(hint.salt, recipient)) };
  } finally {
    source.destroy();
  }
}

async function readHead(path: string, bytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function tagOf(salt: Buffer, recipient: string): string {
  return createHash('sha256').update(salt).update(recipient).digest('hex').slice(0, 16);
}
