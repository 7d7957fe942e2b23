import { StetError } from '../../../shared/lang/result.ts';
import {
  needsSecret,
  targetSchema,
  type ListedTarget,
  type Target,
  type TargetId,
} from '../../../shared/targets/target.ts';
import { settleAddresses } from '../../../shared/targets/targetAddress.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';

/** The library's targets, and the secrets lent to this process: those are kept in memory alone, and given to connections alone. */
export class TargetStore {
  readonly #database: Database;
  readonly #secrets = new Map<TargetId, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order they were made; one that cannot be read is left out. */
  list(): Target[] {
    return this.#database
      .all<{ body: string }>('SELECT body FROM targets ORDER BY key')
      .flatMap(({ body }) => targetSchema.safeParse(readJson(body)).data ?? []);
  }

  listed(): ListedTarget[] {
    return this.list().map((target) => ({
      ...target,
      isLocked: needsSecret(target.kind) && !this.#secrets.has(target.id),
    }));
  }

  find(id: TargetId): Target | null {
    return this.list().find((target) => target.id === id) ?? null;
  }

  /** Throws StetError `notFound`. */
  read(id: TargetId): Target {
    const target = this.find(id);
    if (!target) throw new StetError('notFound', 'This target is not on the list any more.');
    return target;
  }

  /** Adds or changes a target; a secret of another site is forgotten. Throws StetError `badAddress`. */
  save(target: Target): void {
    const checked = settled(target);
    const before = this.find(target.id);
    if (before && (before.kind !== checked.kind || originOf(before.address) !== originOf(checked.address)))
      this.#secrets.delete(target.id);
    this.#database.run(
      'INSERT INTO targets (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
      target.id,
      JSON.stringify(checked),
    );
  }

  remove(id: TargetId): void {
    this.#secrets.delete(id);
    this.#database.run('DELETE FROM targets WHERE id = ?', id);
  }

  /** Takes a secret for as long as this process lives, or gives it up. */
  unlock(id: TargetId, secret: string | null): void {
    if (secret === null) this.#secrets.delete(id);
    else this.#secrets.set(id, secret);
  }

  secretOf(id: TargetId): string | null {
    return this.#secrets.get(id) ?? null;
  }
}

function settled(target: Target): Target {
  const read = settleAddresses(target);
  if (!read.ok) throw new StetError('badAddress', read.message);
  return read.target;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
