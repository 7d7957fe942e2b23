import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { TargetSecrets } from '../../../../electron/app/TargetSecrets.ts';
import type { LibraryHost } from '../../../../electron/app/LibraryHost.ts';
import { SecretStore } from '../../../../electron/settings/SecretStore.ts';
import type { SecretQuestion } from '../../../../shared/ipc/secretContract.ts';
import { fail, succeed } from '../../../../shared/lang/result.ts';
import { DEFAULT_PROFILE, type ListedTarget, type TargetId } from '../../../../shared/targets/target.ts';

const site: ListedTarget = {
  id: randomUUID() as TargetId,
  name: 'News desk',
  kind: 'wordpress',
  address: 'https://news.example.org/blog',
  account: 'ayesha',
  profile: DEFAULT_PROFILE,
  isLocked: true,
};
const other: ListedTarget = { ...site, id: randomUUID() as TargetId, account: 'desk' };
const folder: ListedTarget = { ...site, id: randomUUID() as TargetId, kind: 'folder', address: '/srv/wire' };

/** The library's side: what it was lent, call by call. */
class Library {
  targets: ListedTarget[] = [site, other, folder];
  unlocked: [TargetId, string | null][] = [];
  isUp = true;
  #tell = () => {};

  readonly host = {
    request: (name: string, payload: unknown) => Promise.resolve(this.#answer(name, payload)),
    ask: () => Promise.resolve(this.targets),
    on: (_name: string, listener: () => void) => {
      this.#tell = listener;
      return () => {};
    },
  } as unknown as LibraryHost;

  /** A new list, told as the library does. */
  change(targets: ListedTarget[]): Promise<void> {
    this.targets = targets;
    this.#tell();
    return new Promise((done) => setTimeout(done));
  }

  #answer(name: string, payload: unknown) {
    if (!this.isUp) return fail('away', 'The library is away.', true);
    if (name === 'targets.list') return succeed(this.targets);
    const { id, secret } = payload as { id: TargetId; secret: string | null };
    this.unlocked.push([id, secret]);
    // As the real one does: its secret being at hand is a change of the target.
    this.#tell();
    return succeed(null);
  }
}

let library: Library;
let store: SecretStore;
let typed: string | null;
let asked: SecretQuestion[];
let secrets: TargetSecrets;

beforeEach(() => {
  library = new Library();
  const shelf = { read: () => ({}), set: () => {}, delete: () => {} };
  store = new SecretStore(shelf, () => null);
  typed = 'hunter2';
  asked = [];
  secrets = new TargetSecrets(library.host, store, (question) => {
    asked.push(question);
    return Promise.resolve(typed);
  });
});

describe('Secrets of targets', () => {
  it('are asked for with their site, and lent at once', async () => {
    expect(await secrets.ask(site.id)).toBe('session');
    expect(asked).toEqual([
      { name: 'News desk', kind: 'wordpress', account: 'ayesha', site: 'https://news.example.org', place: 'session' },
    ]);
    expect(library.unlocked).toEqual([[site.id, 'hunter2']]);
  });

  it('are lent anew though the same was typed again: a story may wait for it', async () => {
    await secrets.ask(site.id);
    await secrets.ask(site.id);
    expect(library.unlocked).toEqual([
      [site.id, 'hunter2'],
      [site.id, 'hunter2'],
    ]);
  });

  it('are left alone when nobody types one', async () => {
    typed = null;
    expect(await secrets.ask(site.id)).toBeNull();
    expect(library.unlocked).toEqual([]);
  });

  it('are lent again to each new process of the library, each once', async () => {
    await secrets.ask(site.id);
    await secrets.ask(other.id);
    library.unlocked = [];
    await secrets.lendAgain();
    await library.change(library.targets);
    expect(library.unlocked).toEqual([
      [site.id, 'hunter2'],
      [other.id, 'hunter2'],
    ]);
  });

  it('are taken back and forgotten when the address leads to another site', async () => {
    await secrets.ask(site.id);
    await library.change([{ ...site, address: 'https://elsewhere.example.org' }, other, folder]);
    expect(library.unlocked.at(-1)).toEqual([site.id, null]);
    await library.change([site, other, folder]);
    expect(library.unlocked).toHaveLength(2);
  });

  it('stay when only the path of the address changes', async () => {
    await secrets.ask(site.id);
    await library.change([{ ...site, address: 'https://news.example.org' }, other, folder]);
    expect(library.unlocked).toHaveLength(1);
  });

  it('are forgotten with their target, while those of another library stay', async () => {
    const elsewhere = randomUUID() as TargetId;
    store.keep(elsewhere, 'https://news.example.org', 'of another library');
    await secrets.ask(site.id);
    await library.change([other, folder]);
    expect(store.read(site.id, 'https://news.example.org')).toBeNull();
    expect(store.read(elsewhere, 'https://news.example.org')).toBe('of another library');
  });

  it('are taken back when they are to be forgotten', async () => {
    await secrets.ask(site.id);
    await secrets.forget(site.id);
    expect(library.unlocked.at(-1)).toEqual([site.id, null]);
  });

  it('are kept while the library is away, and lent when it is back', async () => {
    store.keep(site.id, 'https://news.example.org', 'hunter2');
    library.isUp = false;
    await secrets.lendAgain();
    library.isUp = true;
    await secrets.lendAgain();
    expect(library.unlocked).toEqual([[site.id, 'hunter2']]);
  });

  it('are not asked for a folder, nor for a target that is not there', async () => {
    await expect(secrets.ask(folder.id)).rejects.toMatchObject({ code: 'badRequest' });
    await expect(secrets.ask(randomUUID() as TargetId)).rejects.toMatchObject({ code: 'notFound' });
    expect(asked).toEqual([]);
  });
});
