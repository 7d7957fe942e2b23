import { join } from 'node:path';
import { rmSync } from 'node:fs';
import ElectronStore from 'electron-store';
import { z } from 'zod';

const FILE = 'secrets';
const sealedSchema = z.record(z.string(), z.string());
type Sealed = z.infer<typeof sealedSchema>;

/** Sealed secrets by the target they are for, in `secrets.json` of the profile folder: never of a library or a backup. */
export class SecretShelf {
  readonly #store: ElectronStore<Sealed>;

  constructor(profile: string) {
    const open = () =>
      new ElectronStore<Sealed>({
        cwd: profile,
        name: FILE,
        configFileMode: 0o600,
        deserialize: (text) => sealedSchema.parse(JSON.parse(text)),
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: false,
      });
    try {
      this.#store = open();
    } catch {
      // Nothing is lost that could not be asked for again.
      rmSync(join(profile, `${FILE}.json`), { force: true });
      this.#store = open();
    }
  }

  read(): Readonly<Sealed> {
    return this.#store.store;
  }

  set(id: string, sealed: string): void {
    this.#store.set(id, sealed);
  }

  delete(id: string): void {
    this.#store.delete(id);
  }
}
