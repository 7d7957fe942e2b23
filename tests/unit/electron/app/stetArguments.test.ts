import { describe, expect, it } from 'vitest';
import { stetArguments } from '../../../../electron/app/stetArguments.ts';

describe('stetArguments', () => {
  it('is for the window without --cli', () => {
    expect(stetArguments(['/opt/stet/stet-desktop', 'story.stet'])).toBeNull();
    expect(stetArguments(['electron', '.', '--library=/tmp/l'])).toBeNull();
  });

  it('gives what comes after --cli, and none of what comes before', () => {
    expect(stetArguments(['electron', '.', '--no-sandbox', '--cli', 'list', '--json'])).toEqual(['list', '--json']);
    expect(stetArguments(['stet-desktop', '--disable-gpu', '--cli'])).toEqual([]);
  });

  it("takes one -- for Chromium's and leaves the user's own", () => {
    expect(stetArguments(['stet-desktop', '--cli', '--', 'show', '--', '-x'])).toEqual(['show', '--', '-x']);
    expect(stetArguments(['stet-desktop', '--cli', '--', '--', '-x'])).toEqual(['--', '-x']);
    expect(stetArguments(['stet-desktop', '--cli', 'import', '--', 'a'])).toEqual(['import', '--', 'a']);
  });

  it('is not misled by --cli among what the user typed', () => {
    expect(stetArguments(['stet-desktop', '--cli', '--', 'new', '--headline', '--cli'])).toEqual([
      'new',
      '--headline',
      '--cli',
    ]);
  });
});
