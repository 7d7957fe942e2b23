import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { unpackZip } from '../../../../build/electron/zipArchive.mjs';

describe('unpackZip', () => {
  let folder = '';
  let zip = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-zip-'));
    zip = join(folder, 'a.zip');
    const file = new ZipFile();
    file.addBuffer(Buffer.from('run me'), 'App/run', { mode: 0o100755 });
    file.addBuffer(Buffer.from('data '.repeat(5000)), 'App/lib/data.bin', { mode: 0o100644 });
    file.addBuffer(Buffer.from('as it is'), 'App/stored.txt', { compress: false });
    file.addBuffer(Buffer.alloc(0), 'App/empty');
    file.addBuffer(Buffer.from('not wanted'), 'App/resources/app.js');
    file.end();
    await pipeline(file.outputStream, createWriteStream(zip));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes the wanted entries where they are placed, with their modes', async () => {
    const out = join(folder, 'out');
    const written = await unpackZip(zip, out, (name) =>
      name.includes('resources/') ? null : name.replace('App/', ''),
    );
    expect(written).toBe(4);
    expect(await readFile(join(out, 'run'), 'utf8')).toBe('run me');
    expect((await stat(join(out, 'run'))).mode & 0o777).toBe(0o755);
    expect(await readFile(join(out, 'lib/data.bin'), 'utf8')).toBe('data '.repeat(5000));
    expect(await readFile(join(out, 'stored.txt'), 'utf8')).toBe('as it is');
    expect((await stat(join(out, 'empty'))).size).toBe(0);
    await expect(stat(join(out, 'resources'))).rejects.toThrow('ENOENT');
  });

  it('refuses an entry that would leave the folder', async () => {
    await expect(unpackZip(zip, join(folder, 'out'), () => '../escaped')).rejects.toThrow('leaves its folder');
  });

  it('refuses a file that is cut short or is no zip', async () => {
    const whole = await readFile(zip);
    await writeFile(zip, whole.subarray(0, whole.length - 30));
    await expect(unpackZip(zip, join(folder, 'out'), (name) => name)).rejects.toThrow('not a zip file');
  });
});
