import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SecretStore } from '../../../../electron/settings/SecretStore.ts';
import type { Keyring } from '../../../../electron/settings/systemKeyring.ts';
import type { TargetId } from '../../../../shared/targets/target.ts';

const SITE = 'https://news.example.org';
const SECRET = 'abcd efgh ijkl mnop';
const id = randomUUID() as TargetId;
const other = randomUUID() as TargetId;

/** A keyring that seals as the system's do: what another key sealed stays shut. */
function keyringOf(key = randomBytes(32)): Keyring {
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** What the settings' file would hold. */
class Shelf {
  kept: Record<string, string> = {};
  read = () => this.kept;
  set(key: string, sealed: string): void {
    this.kept = { ...this.kept, [key]: sealed };
  }
  delete(key: string): void {
    const { [key]: _gone, ...rest } = this.kept;
    this.kept = rest;
  }
}

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
});

describe('With a keyring, secrets', () => {
  it('are there again after a restart, and never in the open on the shelf', () => {
    const keyring = keyringOf();
    expect(new SecretStore(shelf, () => keyring).keep(id, SITE, SECRET)).toBe('keyring');
    expect(JSON.stringify(shelf.kept)).not.toContain('efgh');
    expect(new SecretStore(shelf, () => keyring).read(id, SITE)).toBe(SECRET);
  });

  it('are forgotten as soon as the origin is another one', () => {
    const store = new SecretStore(shelf, () => keyringOf(Buffer.alloc(32)));
    for (const elsewhere of ['https://evil.example.org', 'http://news.example.org', 'https://news.example.org:8443']) {
      store.keep(id, SITE, SECRET);
      expect(store.read(id, elsewhere)).toBeNull();
      expect(store.read(id, SITE)).toBeNull();
      expect(shelf.kept).toEqual({});
    }
  });

  it('cannot be moved to another site by whoever writes the file', () => {
    const store = new SecretStore(shelf, () => keyringOf(Buffer.alloc(32)));
    store.keep(id, SITE, SECRET);
    shelf.kept = { [other]: shelf.kept[id] ?? '' };
    expect(store.read(other, 'https://evil.example.org')).toBeNull();
  });

  it('do not show which sites have the same one', () => {
    // As Chromium does on Linux: the same key and nonce each time.
    const plain: Keyring = {
      seal: (text) => Buffer.from(text).toString('base64'),
      open: (sealed) => Buffer.from(sealed, 'base64').toString(),
    };
    const store = new SecretStore(shelf, () => plain);
    store.keep(id, SITE, SECRET);
    store.keep(other, SITE, SECRET);
    const [one = '', two = ''] = Object.values(shelf.kept);
    expect(one.slice(0, 32)).not.toBe(two.slice(0, 32));
  });

  it('stay on the shelf while the keyring is shut, for when it is open again', () => {
    new SecretStore(shelf, () => keyringOf(Buffer.alloc(32))).keep(id, SITE, SECRET);
    expect(new SecretStore(shelf, () => keyringOf(Buffer.alloc(32, 1))).read(id, SITE)).toBeNull();
    expect(new SecretStore(shelf, () => null).read(id, SITE)).toBeNull();
    expect(new SecretStore(shelf, () => keyringOf(Buffer.alloc(32))).read(id, SITE)).toBe(SECRET);
  });

  it('are gone when they are to be forgotten', () => {
    const store = new SecretStore(shelf, () => keyringOf(Buffer.alloc(32)));
    store.keep(id, SITE, SECRET);
    store.keep(other, SITE, SECRET);
    store.forget(id);
    expect([store.read(id, SITE), store.read(other, SITE)]).toEqual([null, SECRET]);
  });
});

describe('Without a keyring, secrets', () => {
  it('are kept until the app ends, and nowhere else', () => {
    const store = new SecretStore(shelf, () => null);
    expect(store.place).toBe('session');
    expect(store.keep(id, SITE, SECRET)).toBe('session');
    expect(store.read(id, SITE)).toBe(SECRET);
    expect(shelf.kept).toEqual({});
    expect(new SecretStore(shelf, () => null).read(id, SITE)).toBeNull();
  });

  it('are bound to their origin all the same', () => {
    const store = new SecretStore(shelf, () => null);
    store.keep(id, SITE, SECRET);
    expect(store.read(id, 'https://evil.example.org')).toBeNull();
    expect(store.read(id, SITE)).toBeNull();
  });

  it('take the place of one that was sealed before', () => {
    new SecretStore(shelf, () => keyringOf(Buffer.alloc(32))).keep(id, SITE, 'an older one');
    const store = new SecretStore(shelf, () => null);
    store.keep(id, SITE, SECRET);
    expect(shelf.kept).toEqual({});
    expect(store.read(id, SITE)).toBe(SECRET);
  });
});
