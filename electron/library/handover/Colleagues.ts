import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StetError } from '../../../shared/lang/result.ts';
import { writeWhole } from '../disk/writeWhole.ts';

const NAME = 'colleagues.json';

const colleagueSchema = z.strictObject({
  name: z.string().max(500),
  /** Their public key, 32 bytes, base64. */
  key: z.string().max(100),
  /** What to seal for them with (age1…), as their last package said. */
  seal: z.string().max(200).optional(),
  /** When a package of theirs was first opened here, ISO 8601. */
  since: z.string(),
});
const fileSchema = z.array(colleagueSchema).max(10_000);

/** Somebody whose packages were opened here. */
export type Colleague = z.infer<typeof colleagueSchema>;

/** What is known of a sender: nothing yet, the key they always had, or that they had another one. */
export type Acquaintance =
  { readonly kind: 'new' } | { readonly kind: 'known' } | { readonly kind: 'changed'; readonly before: Colleague };

/** The colleagues of a library and their keys, in a plain file of its folder: trust on first use, and never silently again. */
export class Colleagues {
  readonly #path: string;

  constructor(root: string) {
    this.#path = join(root, NAME);
  }

  /** Throws StetError `badColleagues` for a file that cannot be read: without it nobody would be recognised. */
  async list(): Promise<readonly Colleague[]> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw unreadable();
    }
    try {
      return fileSchema.parse(JSON.parse(text));
    } catch {
      throw unreadable();
    }
  }

  /** A key is what tells people apart; the same name under another key may be somebody else. */
  async judge(name: string, key: string): Promise<Acquaintance> {
    const known = await this.list();
    if (known.some((colleague) => colleague.key === key)) return { kind: 'known' };
    const before = known.find((colleague) => foldName(colleague.name) === foldName(name));
    return before ? { kind: 'changed', before } : { kind: 'new' };
  }

  /** From now on this key is theirs. A key they had before stays known: what they sent with it was theirs. */
  async trust(colleague: Colleague): Promise<void> {
    const known = await this.list();
    const before = known.find(({ key }) => key === colleague.key);
    if (!before) return await this.#write([...known, colleague]);
    const { seal } = colleague;
    if (seal === undefined || seal === before.seal) return;
    await this.#write(known.map((one) => (one === before ? { ...before, seal } : one)));
  }

  async #write(colleagues: readonly Colleague[]): Promise<void> {
    await writeWhole(this.#path, Buffer.from(`${JSON.stringify(colleagues, null, 2)}\n`));
  }
}

/** A name as names are compared. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}

function unreadable(): StetError {
  return new StetError(
    'badColleagues',
    `The list of your colleagues’ keys (${NAME} in the library’s folder) cannot be read.`,
  );
}
