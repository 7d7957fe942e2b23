import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../../build/setup/dependencies.mjs';

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
