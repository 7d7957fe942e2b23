import { join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';
import { writeWhole } from '../disk/writeWhole.ts';
import { newSealKey, sealRecipient } from '../packages/sealedFile.ts';
import { readOrMake } from './readOrMake.ts';

/** In the library's folder, for its owner's eyes alone; backups do not have it. The program `age` reads it, too. */
const NAME = 'sealing-key.txt';

/** What a library opens sealed packages with, and others seal them for it with. */
export interface SealKey {
  readonly secret: string;
  readonly recipient: string;
}

/** Keeps the key packages are sealed for this library with, which is made when it is first needed. */
export class SealFile {
  readonly #path: string;

  constructor(root: string) {
    this.#path = join(root, NAME);
  }

  /** Throws StetError `badKey` where there is a file without such a key: with a new one, what is sealed already would stay closed. */
  read(): Promise<SealKey> {
    return readOrMake(this.#path, readKey, () => this.#make(), unreadable);
  }

  async #make(): Promise<SealKey> {
    const secret = await newSealKey();
    const recipient = await sealRecipient(secret);
    await writeWhole(this.#path, Buffer.from(`# public key: ${recipient}\n${secret}\n`), 0o600);
    return { secret, recipient };
  }
}

async function readKey(text: string): Promise<SealKey> {
  const secret = /^AGE-SECRET-KEY-1\S+$/mu.exec(text)?.[0] ?? '';
  return { secret, recipient: await sealRecipient(secret) };
}

function unreadable(): StetError {
  return new StetError(
    'badKey',
    `The key that opens what is sealed for this library cannot be read (${NAME} in its folder). Bring the file back from a copy, or take it away to get a new key; what was sealed with the old one has to be sent again then.`,
  );
}
