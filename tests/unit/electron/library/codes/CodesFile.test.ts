import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let library: TestLibrary;
let path: string;

beforeEach(async () => {
  folder = await makeTestFolder();
  library = new TestLibrary(folder.path);
  path = join(folder.path, 'codes.txt');
});
afterEach(async () => {
  library.library.close();
  await folder.remove();
});

describe('the list of codes in a library’s folder', () => {
  it('is read again when it changed, and need not be there', async () => {
    expect(await library.ask('codes.read', {})).toEqual({ isThere: false, codes: [], problems: [] });
    await writeFile(path, 'pm\tMs Noor\n');
    expect((await library.ask('codes.read', {})).codes).toEqual([{ code: 'pm', texts: ['Ms Noor'] }]);
    await writeFile(path, 'pm\tMr Noor\n');
    expect((await library.ask('codes.read', {})).codes).toEqual([{ code: 'pm', texts: ['Mr Noor'] }]);
    await rm(path);
    expect((await library.ask('codes.read', {})).isThere).toBe(false);
  });

  it('says what is wrong with it instead of failing', async () => {
    await writeFile(path, Buffer.from('pm\tJos\xe9\n', 'latin1'));
    expect((await library.ask('codes.read', {})).problems).toEqual([expect.stringContaining('not UTF-8')]);
    await rm(path);
    await mkdir(path);
    expect(await library.ask('codes.read', {})).toMatchObject({
      isThere: true,
      problems: ['codes.txt cannot be read.'],
    });
  });

  it('is made where there is none, explains itself, and is never written over', async () => {
    expect(await library.ask('codes.make', {})).toEqual({ path });
    expect(await library.ask('codes.read', {})).toEqual({ isThere: true, codes: [], problems: [] });
    expect(await readFile(path, 'utf8')).toContain('\\pm#2\\');
    await writeFile(path, 'mine\tstays\n');
    await library.ask('codes.make', {});
    expect(await readFile(path, 'utf8')).toBe('mine\tstays\n');
  });
});
