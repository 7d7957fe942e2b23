import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFolderLock } from '../../../../build/setup/folderLock.mjs';

describe('withFolderLock', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'stet-lock-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one in at a time', async () => {
    const lock = join(folder, 'deep', 'a.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside++;
      most = Math.max(most, inside);
      await new Promise((done) => setImmediate(done));
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => withFolderLock(lock, work)));
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('is freed when the work fails', async () => {
    const lock = join(folder, 'a.lock');
    const failure = withFolderLock(lock, () => Promise.reject(new Error('no room')));
    await expect(failure).rejects.toThrow('no room');
    await expect(withFolderLock(lock, () => Promise.resolve('mine'))).resolves.toBe('mine');
  });

  it('is taken at once from a holder that was killed', async () => {
    const lock = join(folder, 'a.lock');
    const module = resolve(import.meta.dirname, '../../../../build/setup/folderLock.mjs');
    const script = `
      import { withFolderLock } from ${JSON.stringify(pathToFileURL(module).href)};
      await withFolderLock(${JSON.stringify(lock)}, () => new Promise(() => console.log('held')));`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const exited = once(holder, 'exit');
    holder.kill('SIGKILL');
    await exited;
    expect(existsSync(lock)).toBe(true);
    await expect(withFolderLock(lock, () => Promise.resolve('mine'))).resolves.toBe('mine');
  });

  it('is taken from a holder elsewhere that has long been silent', async () => {
    const lock = join(folder, 'a.lock');
    await mkdir(lock);
    await writeFile(join(lock, 'holder'), 'another-machine/pid:[1] 1');
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(lock, longAgo, longAgo);
    await expect(withFolderLock(lock, () => Promise.resolve('mine'))).resolves.toBe('mine');
  });
});
