import fc from 'fast-check';
import { expect, it } from 'vitest';
import { same } from '../../../../shared/merge/threeWay.ts';
import { canonicalJson } from '../../../../shared/story/canonicalJson.ts';

/** Few values under few names, so that two of them are often alike. */
const { value: plain } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, '', 'a', '0'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('value'), { maxKeys: 2 }),
  ),
}));

it('two values are the same if they are written alike', () => {
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(same(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      expect(same(one, structuredClone(one))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it('what is undefined is not there', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(same({ a: undefined, b: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(same(undefined, null)).toBe(false);
});
