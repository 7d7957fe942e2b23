import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../../shared/export/exportFileName.ts';
import { fileStem, utf8Length } from '../../../../shared/export/fileStem.ts';

describe('a file name', () => {
  it.each([
    ['delta-salt-water', 'delta-salt-water'],
    ['Four Winters After: the “Sea”', 'Four-Winters-After-the-“Sea”'],
    ['مياه الدلتا', 'مياه-الدلتا'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\x', 'C-Windows-x'],
    ['.hidden', 'hidden'],
    ['ends in a dot.', 'ends-in-a-dot'],
    ['a\u202egnp.exe', 'a-gnp.exe'],
    ['e\u0301lan', '\u00e9lan'],
    ['CON', 'CON-story'],
    ['nul.txt', 'nul-txt-story'],
    ['Com1', 'Com1-story'],
    ['console', 'console'],
    [' \u200f ', ''],
    ['???', ''],
  ])('of %j is %j', (words, name) => {
    expect(fileStem(words)).toBe(name);
  });

  it('is cut where a reader would cut it, and fits with its ending on any disk', () => {
    expect(Array.from(fileStem('a'.repeat(300)))).toHaveLength(80);
    const family = fileStem('👨‍👩‍👧‍👦'.replaceAll('\u200d', '').repeat(100));
    expect(utf8Length(family)).toBeLessThanOrEqual(180);
    const accents = fileStem(`${'x'.repeat(79)}q\u0323\u0307`);
    expect(accents.endsWith('q\u0323\u0307') || accents.endsWith('x')).toBe(true);
  });

  it('is never what a system refuses, whatever the headline', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (words) => {
        const name = fileStem(words);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}\s]|^\.|[. ]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(utf8Length(name)).toBeLessThanOrEqual(200);
        expect(fileStem(name)).toBe(name);
      }),
    );
  });

  it('comes from the slug, else the headline, else what it is', () => {
    expect(exportFileName({ slug: 'delta', headline: 'Four Winters' }, 'html')).toBe('delta.html');
    expect(exportFileName({ slug: ' ', headline: 'Four Winters' }, 'wordpress')).toBe('Four-Winters.wordpress.html');
    expect(exportFileName({ slug: '', headline: '!!' }, 'package')).toBe('story.stet');
  });
});
