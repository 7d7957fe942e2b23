import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';
import { isSealed, unseal } from '../packages/sealedFile.ts';
import { damaged } from '../packages/PackageArchive.ts';
import { listNames } from './listNames.ts';
import { foldName, type Colleagues } from './Colleagues.ts';
import type { SealFile } from './SealFile.ts';

interface SealDeskParts {
  readonly file: SealFile;
  readonly colleagues: Colleagues;
}

/** Somebody it can be sealed for, and with what (age1…). */
interface Sealable {
  readonly name: string;
  readonly seal: string;
}

/** Seals for colleagues by their names, and opens what is sealed for this library. */
export class SealDesk {
  constructor(private readonly parts: SealDeskParts) {}

  /** What others seal for this library with. */
  async recipient(): Promise<string> {
    return (await this.parts.file.read()).recipient;
  }

  /** Whom something can be sealed for: those a package came from. */
  async names(): Promise<string[]> {
    return [...(await this.#keys()).values()].map(({ name }) => name).sort((one, other) => one.localeCompare(other));
  }

  /** What to seal with for these people. Throws StetError `unknownColleague`. */
  async recipients(names: readonly string[]): Promise<Sealable[]> {
    const keys = await this.#keys();
    const found = names.map((name) => {
      const key = keys.get(foldName(name));
      if (key) return key;
      const known = [...keys.values()].map((one) => one.name);
      throw new StetError(
        'unknownColleague',
        `No package of ${name} was opened here yet, so there is no key to seal for ${name} with.${known.length === 0 ? '' : ` It can be sealed for ${listNames(known)}.`}`,
      );
    });
    return [...new Set(found)];
  }

  /**
   * What `use` makes of a file: of itself, or of what is in it if it is sealed, which is gone afterwards. Throws StetError
   * `sealedForOthers`, `damagedPackage`.
   */
  async withOpened<Made>(path: string, use: (file: string, isSealed: boolean) => Promise<Made>): Promise<Made> {
    if (!(await isSealed(path).catch(() => false))) return use(path, false);
    const folder = await mkdtemp(join(tmpdir(), 'stet-unsealed-'));
    try {
      const unsealed = join(folder, 'package');
      await this.#open(path, unsealed);
      return await use(unsealed, true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #open(path: string, copyTo: string): Promise<void> {
    const name = basename(path);
    const own = await this.parts.file.read();
    const unsealed = await unseal(path, own.secret, copyTo);
    if (unsealed.kind === 'open') return;
    if (unsealed.kind === 'broken' || unsealed.isFor(own.recipient)) throw damaged(name, 'its seal');
    const known = await this.parts.colleagues.list();
    const names = known.filter(({ seal }) => seal !== undefined && unsealed.isFor(seal)).map((one) => one.name);
    const whom = names.length === 0 ? 'somebody else' : listNames([...new Set(names)]);
    throw new StetError(
      'sealedForOthers',
      `“${name}” is sealed for ${whom}, and not for this library, so it stays closed here. Its sender can seal it for you once a package of yours was opened there.`,
    );
  }

  /** The newest key to seal with of each name. */
  async #keys(): Promise<Map<string, Sealable>> {
    const known = await this.parts.colleagues.list();
    return new Map(known.flatMap(({ name, seal }) => (seal === undefined ? [] : [[foldName(name), { name, seal }]])));
  }
}
