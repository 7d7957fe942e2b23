import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstDifference, firstMissingFolder } from '../../../../build/setup/dependencies.mjs';

const locked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/@oxlint/binding-darwin-x64': { version: '1.0.0', optional: true, os: ['darwin'] },
  },
};

describe('firstDifference', () => {
  it('finds none when all is installed as locked, but for what is of another platform', () => {
    const installed = { packages: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } } };
    expect(firstDifference(locked, installed)).toBeNull();
  });

  it('names the first package when nothing is installed', () => {
    expect(firstDifference(locked, null)).toBe('node_modules/react');
  });

  it.each([
    ['another version', { version: '19.3.0', integrity: 'sha512-a' }],
    ['other contents', { version: '19.3.1', integrity: 'sha512-b' }],
  ])('names a package of %s', (_what, found) => {
    expect(firstDifference(locked, { packages: { 'node_modules/react': found } })).toBe('node_modules/react');
  });

  it('does not mind a package too many: npm removes it with the next change', () => {
    const installed = {
      packages: {
        'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
        'node_modules/left-over': { version: '1.0.0' },
      },
    };
    expect(firstDifference(locked, installed)).toBeNull();
  });
});

describe('firstMissingFolder', () => {
  let root = '';
  beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'stet-dependencies-'))));
  afterEach(() => rm(root, { recursive: true }));
  const installed = { packages: { '': {}, 'node_modules/react': {}, 'node_modules/@scope/part': {} } };

  async function put(path: string): Promise<void> {
    await mkdir(join(root, path), { recursive: true });
    await writeFile(join(root, path, 'package.json'), '{}');
  }

  it('names a package that is on record and not on disk', async () => {
    await put('node_modules/react');
    await mkdir(join(root, 'node_modules/@scope/part'), { recursive: true });
    expect(await firstMissingFolder(installed, root)).toBe('node_modules/@scope/part');
  });

  it('finds none when all are there, or nothing is on record', async () => {
    await put('node_modules/react');
    await put('node_modules/@scope/part');
    expect(await firstMissingFolder(installed, root)).toBeNull();
    expect(await firstMissingFolder(null, root)).toBeNull();
  });
});
