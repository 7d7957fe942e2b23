import type { SecretPlace, SecretQuestion } from '../../shared/ipc/secretContract.ts';
import { StetError } from '../../shared/lang/result.ts';
import { needsSecret, type ListedTarget, type TargetId } from '../../shared/targets/target.ts';
import type { SecretStore } from '../settings/SecretStore.ts';
import type { LibraryHost } from './LibraryHost.ts';

/**
 * Lends the library the secrets of its targets, and takes them back: what it has is always what the store has for the
 * target's address as it is now. Nothing of a secret is printed, told or answered.
 */
export class TargetSecrets {
  /** What this library process has. */
  readonly #lent = new Map<TargetId, string>();
  /** The targets of this library, as last listed: those of another library keep their secrets. */
  #known: ReadonlySet<TargetId> = new Set();
  #work: Promise<void> = Promise.resolve();

  /** `askPerson` answers what somebody typed, or null. */
  constructor(
    private readonly host: Pick<LibraryHost, 'request' | 'ask' | 'on'>,
    private readonly store: Pick<SecretStore, 'place' | 'keep' | 'read' | 'forget'>,
    private readonly askPerson: (question: SecretQuestion) => Promise<string | null>,
  ) {
    host.on('targets.changed', () => void this.#settle());
  }

  /** The library's process is a new one and has nothing yet. */
  lendAgain(): Promise<void> {
    this.#lent.clear();
    return this.#settle();
  }

  /** Asks for a target's secret and keeps it; null when the user thought better of it. */
  async ask(id: TargetId): Promise<SecretPlace | null> {
    const target = await this.#find(id);
    const site = originOf(target);
    const { name, kind, account } = target;
    const secret = await this.askPerson({ name, kind, account, site, place: this.store.place });
    if (secret === null) return null;
    const place = this.store.keep(id, site, secret);
    // Lent even if it is the same one: what waits for it goes on by that.
    this.#lent.delete(id);
    await this.#settle();
    return place;
  }

  async forget(id: TargetId): Promise<void> {
    this.store.forget(id);
    await this.#settle();
  }

  async #find(id: TargetId): Promise<ListedTarget> {
    const target = (await this.host.ask('targets.list', {})).find((listed) => listed.id === id);
    if (!target) throw new StetError('notFound', 'This target is not on the list any more.');
    if (!needsSecret(target.kind)) throw new StetError('badRequest', 'This target takes no password.');
    return target;
  }

  /** One at a time, so that the last word is the right one. */
  #settle(): Promise<void> {
    this.#work = this.#work.then(() => this.#lend());
    return this.#work;
  }

  async #lend(): Promise<void> {
    const listed = await this.host.request('targets.list', {});
    // It will be asked again when the library is back.
    if (!listed.ok) return;
    const targets = listed.value.filter(({ kind }) => needsSecret(kind));
    const ids = new Set(targets.map(({ id }) => id));
    for (const gone of [...this.#known].filter((id) => !ids.has(id))) {
      this.store.forget(gone);
      this.#lent.delete(gone);
    }
    this.#known = ids;
    for (const target of targets) {
      const secret = this.store.read(target.id, originOf(target));
      if (secret === (this.#lent.get(target.id) ?? null)) continue;
      const unlocked = await this.host.request('targets.unlock', { id: target.id, secret });
      if (!unlocked.ok) continue;
      if (secret === null) this.#lent.delete(target.id);
      else this.#lent.set(target.id, secret);
    }
  }
}

/** What a secret is bound to: scheme, host and port of the address. */
function originOf({ address }: Pick<ListedTarget, 'address'>): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
