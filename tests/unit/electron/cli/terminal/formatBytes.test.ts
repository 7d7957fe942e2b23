import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../../electron/cli/terminal/formatBytes.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [9_950, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_345_678, '12 MB'],
    [3_400_000_000, '3.4 GB'],
    [5e15, '5000 TB'],
  ])('of %i is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
