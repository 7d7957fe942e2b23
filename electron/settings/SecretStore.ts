import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SecretPlace } from '../../shared/ipc/secretContract.ts';
import type { TargetId } from '../../shared/targets/target.ts';
import type { SecretShelf } from './SecretShelf.ts';
import type { Keyring } from './systemKeyring.ts';

/**
 * A secret and the one origin it may be sent to; sealed together, so that neither can be exchanged alone. The salt comes
 * first: a keyring on Linux seals the same text the same way each time, and whoever reads the file would see which sites
 * share a password.
 */
const boundSchema = z.strictObject({ salt: z.string(), origin: z.string(), secret: z.string() });
type Bound = z.infer<typeof boundSchema>;

/**
 * The targets' passwords and keys: sealed by the system's keyring where there is one, in this process's memory until it ends
 * where there is none. Each is bound to an origin; asked for with another, it is forgotten.
 */
export class SecretStore {
  readonly #session = new Map<TargetId, Bound>();

  /** `keyring` is called when a secret is at stake, not before: a Mac asks its user. */
  constructor(
    private readonly shelf: Pick<SecretShelf, 'read' | 'set' | 'delete'>,
    private readonly keyring: () => Keyring | null,
  ) {}

  /** Where the next secret would be kept. */
  get place(): SecretPlace {
    return this.keyring() ? 'keyring' : 'session';
  }

  keep(id: TargetId, origin: string, secret: string): SecretPlace {
    this.forget(id);
    const keyring = this.keyring();
    const bound: Bound = { salt: randomUUID(), origin, secret };
    if (!keyring) {
      this.#session.set(id, bound);
      return 'session';
    }
    this.shelf.set(id, keyring.seal(JSON.stringify(bound)));
    return 'keyring';
  }

  /** The secret for this origin; null if there is none, if it is bound to another, or if the keyring stays shut. */
  read(id: TargetId, origin: string): string | null {
    const bound = this.#session.get(id) ?? this.#unseal(id);
    if (!bound) return null;
    if (bound.origin === origin) return bound.secret;
    this.forget(id);
    return null;
  }

  forget(id: TargetId): void {
    this.#session.delete(id);
    if (Object.hasOwn(this.shelf.read(), id)) this.shelf.delete(id);
  }

  #unseal(id: TargetId): Bound | null {
    const sealed = this.shelf.read()[id];
    const text = sealed === undefined ? null : (this.keyring()?.open(sealed) ?? null);
    if (text === null) return null;
    try {
      return boundSchema.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }
}
