import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryLock } from '../../../../../electron/library/lock/LibraryLock.ts';
import { buildForNode, type BuiltModule } from '../../../../fixtures/library/buildForNode.ts';
import { makeTestFolder } from '../../../../fixtures/library/TestLibrary.ts';

let built: BuiltModule;
let folder: Awaited<ReturnType<typeof makeTestFolder>>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  built = await buildForNode('tests/fixtures/library/writerProcess.ts');
}, 60_000);
afterAll(() => built.remove());
beforeEach(async () => {
  folder = await makeTestFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await folder.remove();
});

/** Another process that opens the library and holds it; what it says first. */
async function start(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [built.path, folder.path, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [data] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: data.toString().trim() };
}

describe('the lock of a library', () => {
  it('keeps a second process out, in both directions', async () => {
    const { said } = await start();
    expect(said).toBe('opened');
    expect(() => LibraryLock.take(folder.path)).toThrowError(
      expect.objectContaining({ code: 'inUse', retryable: true }),
    );
    expect((await start()).said).toBe('failed inUse');
  });

  it('is free as soon as its process was killed, whatever that left behind', async () => {
    const { child } = await start();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(folder.path, 'stet.lock.json'))).toBe(true);
    LibraryLock.take(folder.path).release();
  });

  it('keeps the same process out a second time, and is free when released', () => {
    const lock = LibraryLock.take(folder.path);
    expect(() => LibraryLock.take(folder.path)).toThrowError(expect.objectContaining({ code: 'inUse' }));
    lock.release();
    lock.release();
    expect(existsSync(join(folder.path, 'stet.lock.json'))).toBe(false);
    LibraryLock.take(folder.path).release();
  });

  it('names the other computer when it is one', () => {
    const lock = LibraryLock.take(folder.path);
    expect(JSON.parse(readFileSync(join(folder.path, 'stet.lock.json'), 'utf8'))).toEqual({
      pid: process.pid,
      host: hostname(),
    });
    writeFileSync(join(folder.path, 'stet.lock.json'), JSON.stringify({ pid: 1, host: 'newsroom-7' }));
    expect(() => LibraryLock.take(folder.path)).toThrow('This library is open on the computer newsroom-7.');
    lock.release();
  });

  it('is taken although the file is no lock any more', () => {
    writeFileSync(join(folder.path, 'stet.lock'), Buffer.alloc(4096, 7));
    const lock = LibraryLock.take(folder.path);
    expect(() => LibraryLock.take(folder.path)).toThrowError(expect.objectContaining({ code: 'inUse' }));
    lock.release();
  });
});
