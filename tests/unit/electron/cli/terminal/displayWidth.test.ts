import { describe, expect, it } from 'vitest';
import { displayWidth, fitWidth } from '../../../../../electron/cli/terminal/displayWidth.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['Islamabad', 9],
    ['e\u0301lan', 4],
    ['الصِّحافة', 7],
    ['שָׁלוֹם', 4],
    ['東京ニュース', 12],
    ['서울', 4],
    ['👍 ok', 5],
    ['👩🏽‍🚒', 2],
    ['🇵🇰', 2],
    ['❤️', 2],
    ['a\u200db\u2068', 2],
    ['“quoted” — …', 12],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('fitWidth', () => {
  it('leaves what fits', () => {
    expect(fitWidth('東京', 4)).toBe('東京');
  });

  it('cuts between letters, never from their marks, and says so', () => {
    expect(fitWidth('Islamabad', 6)).toBe('Islam…');
    expect(fitWidth('one two', 5)).toBe('one…');
    expect(fitWidth('e\u0301e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301…');
    expect(fitWidth('東京都', 4)).toBe('東…');
    expect(fitWidth('👩🏽‍🚒👩🏽‍🚒', 3)).toBe('👩🏽‍🚒…');
  });
});
