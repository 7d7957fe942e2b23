import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearPattern } from '../../../../../shared/lang/linearPattern/LinearPattern.ts';

function matches(source: string, text: string, ignoreCase = false): string[] {
  return new LinearPattern(source, { ignoreCase }).matchAll(text).map(({ start, end }) => text.slice(start, end));
}

/**
 * Patterns in the common part of both dialects. What is repeated reads at least one character: JavaScript throws a round
 * that read nothing away and tries the next alternative, `(?:\b|a)?` on “a”, which no linear matcher does.
 */
const char = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]');
const atom = fc.oneof({ arbitrary: char, weight: 6 }, fc.constant('\\b'));
const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  pattern: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(char, tie('pattern'), fc.constantFrom('?', '{1,2}', '+?', '{2}'))
      .map(([first, rest, times]) => `(?:${first}${rest})${times}`),
  ),
})).pattern;

describe('LinearPattern', () => {
  it('finds what a regular expression finds', () => {
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 14 }), (source, text) => {
        const expected = Array.from(text.matchAll(new RegExp(source, 'gu')), ([match]) => match).filter(
          (match) => match !== '',
        );
        // A match of nothing moves JavaScript on by one character, and us too; the rest must agree.
        expect(matches(source, text)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['\\d+', 'in 1986, 12 boats', ['1986', '12']],
    ['\\bboat\\b', 'boats boat', ['boat']],
    ['^the', 'the the', ['the']],
    ['end$', 'end end', ['end']],
    ['a|ab', 'ab', ['a']],
    ['\\p{Script=Arabic}+', 'in كتاب here', ['كتاب']],
    ['[\\u{1F600}-\\u{1F64F}]', 'x😀y', ['😀']],
    ['a{2,3}', 'aaaaa', ['aaa', 'aa']],
    ['a+?', 'aa', ['a', 'a']],
  ])('%s in “%s”', (source, text, expected) => {
    expect(matches(source, text)).toEqual(expected);
  });

  it('folds case where asked, and counts in UTF-16', () => {
    expect(matches('Boat', 'BOAT boat', true)).toEqual(['BOAT', 'boat']);
    expect(new LinearPattern('(b)(c)?').matchAll('😀b')).toEqual([{ start: 2, end: 3, groups: ['b', 'b', ''] }]);
  });

  it.each(['(a+)+$', '(a|a)*b', '(a|aa)+$', '(.*a){20}', '(a*)*b', '([a-z]+)*\\d', '(x+x+)+y'])(
    'answers for the hostile %s, which takes backtracking longer than anybody lives',
    (source) => {
      // Ends at all: a backtracking matcher needs about 2^2000 steps here.
      const text = `${'a'.repeat(2000)}!`;
      expect(matches(source, text).every((match) => match !== '')).toBe(true);
    },
  );

  it.each([
    '(a',
    'a)',
    '[a',
    '*a',
    'a{2',
    '(?=a)',
    '(?<n>a)',
    '\\1',
    'a**',
    'a{1,1000}',
    '((((a{100}){100}){100}){100})',
    '\\p{Nope}',
    '[b-a]',
    'a'.repeat(501),
  ])('refuses %s with a sentence', (source) => {
    expect(() => new LinearPattern(source)).toThrow(expect.objectContaining({ code: 'badPattern' }) as Error);
  });
});
