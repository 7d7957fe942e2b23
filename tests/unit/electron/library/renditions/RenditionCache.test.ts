import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenditionCache } from '../../../../../electron/library/renditions/RenditionCache.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-cache-'));
  folder = join(root, 'renditions');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const picture = (bytes: number, fill = 1) => Buffer.alloc(bytes, fill);

/** As if the file had last been used so many minutes ago. */
function age(name: string, minutes: number): void {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(folder, name), then, then);
}

describe('the cache of renditions', () => {
  it('gives back what was kept, and nothing for what was not', async () => {
    const cache = new RenditionCache(folder);
    expect(await cache.find('a.jpeg')).toBeNull();
    await cache.keep('a.jpeg', picture(500));
    expect(await cache.find('a.jpeg')).toEqual(picture(500));
  });

  it('never gives back a file that is damaged or cut off', async () => {
    const cache = new RenditionCache(folder);
    await cache.keep('a.jpeg', picture(500));
    const path = join(folder, 'a.jpeg');
    const whole = readFileSync(path);
    for (const damaged of [
      whole.subarray(0, 300),
      Buffer.alloc(0),
      Buffer.concat([Buffer.from([9]), whole.subarray(1)]),
    ]) {
      writeFileSync(path, damaged);
      expect(await cache.find('a.jpeg')).toBeNull();
    }
  });

  it('makes room by what was not used for longest', async () => {
    const cache = new RenditionCache(folder, 5000);
    for (const name of ['a', 'b', 'c', 'd']) await cache.keep(name, picture(1100));
    age('a', 4);
    age('b', 3);
    age('c', 2);
    age('d', 1);
    // Used now, and so the last to go.
    await cache.find('a');
    await cache.keep('e', picture(1100));
    expect(readdirSync(folder).sort()).toEqual(['a', 'd', 'e']);
    expect(await cache.find('a')).toEqual(picture(1100));
  });

  it('bears a folder that cannot be: the picture is made again the next time', async () => {
    writeFileSync(folder, 'in the way');
    const cache = new RenditionCache(folder);
    await cache.keep('a', picture(10));
    expect(await cache.find('a')).toBeNull();
  });
});
