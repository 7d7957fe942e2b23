import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceStamp } from '../../../../build/app/sourceStamp.mjs';

describe('sourceStamp', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'stet-stamp-'));
    await mkdir(join(root, 'src', 'deep'), { recursive: true });
    await writeFile(join(root, 'src', 'a.ts'), 'a');
    await writeFile(join(root, 'src', 'deep', 'b.ts'), 'b');
    await writeFile(join(root, 'package.json'), '{}');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const stamp = () => sourceStamp(root, ['src', 'package.json', 'not-there']);

  it('stays when only times change', async () => {
    const before = await stamp();
    await utimes(join(root, 'src', 'a.ts'), new Date(0), new Date(0));
    expect(await stamp()).toBe(before);
  });

  it.each([
    ['a file changes', () => writeFile(join(root, 'src', 'deep', 'b.ts'), 'c')],
    ['a named file changes', () => writeFile(join(root, 'package.json'), '{ }')],
    ['a file is added', () => writeFile(join(root, 'src', 'c.ts'), '')],
    ['a file goes', () => rm(join(root, 'src', 'a.ts'))],
    ['text moves from one file to the next', () => writeFile(join(root, 'src', 'a.ts'), 'asrc/deep/b.ts')],
  ])('changes when %s', async (_what, change) => {
    const before = await stamp();
    await change();
    expect(await stamp()).not.toBe(before);
  });
});
