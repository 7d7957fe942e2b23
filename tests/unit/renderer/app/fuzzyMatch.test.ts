import { describe, expect, it } from 'vitest';
import { fuzzyScore } from '../../../../renderer/app/fuzzyMatch.ts';

describe('fuzzyScore', () => {
  it('needs every letter, in order', () => {
    expect(fuzzyScore('expt', 'Export')).not.toBeNull();
    expect(fuzzyScore('tpx', 'Export')).toBeNull();
  });

  it.each([
    ['nn', 'New news story', 'Block quote n n'],
    ['key', 'Keyboard shortcuts', 'Kill every yarn'],
    ['quo', 'Pull quote', 'Quit, undo, open'],
  ])('%s fits %s better than %s', (query, better, worse) => {
    expect(fuzzyScore(query, better) ?? -Infinity).toBeGreaterThan(fuzzyScore(query, worse) ?? -Infinity);
  });

  it('does not care for case and accents', () => {
    expect(fuzzyScore('resume', 'Résumé')).toBe(fuzzyScore('RESUME', 'Resume'));
  });
});
