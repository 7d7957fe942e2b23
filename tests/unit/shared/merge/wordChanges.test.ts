import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../../../shared/merge/wordChanges.ts';

const phrase = fc
  .array(fc.constantFrom('the ', 'river ', 'rose', ', ', 'constructor ', 'دریا '), { maxLength: 12 })
  .map((words) => words.join(''));

describe('the words that changed', () => {
  it('put into the one text give the other, in order and never touching', () => {
    fc.assert(
      fc.property(phrase, phrase, (before, after) => {
        let [result, at, newAt] = ['', 0, 0];
        for (const { from, to, newFrom, newTo, words } of wordChanges(before, after)) {
          expect(from === 0 ? at === 0 : from > at || at === 0).toBe(true);
          expect(after.slice(newAt, newFrom)).toBe(before.slice(at, from));
          expect(after.slice(newFrom, newTo)).toBe(words);
          result += before.slice(at, from) + words;
          [at, newAt] = [to, newTo];
        }
        expect(result + before.slice(at)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('are whole words, whatever is the same beside them', () => {
    const letters = fc.array(fc.constantFrom('the', ' ', '  ', 'a', '-', '’', '😀', ','), { maxLength: 14 });
    const joined = letters.map((parts) => parts.join(''));
    fc.assert(
      fc.property(joined, joined, (before, after) => {
        const inWord = (text: string, at: number) =>
          /\p{L}$/u.test(text.slice(0, at)) && /^\p{L}/u.test(text.slice(at));
        for (const { from, to, newFrom, newTo } of wordChanges(before, after))
          for (const [text, at] of [
            [before, from],
            [before, to],
            [after, newFrom],
            [after, newTo],
          ] as const)
            expect(inWord(text, at), `${text} at ${at}`).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('are one, however often a word stands beside it', () => {
    expect(wordChanges('no no no', 'no no no no')).toHaveLength(1);
    expect(wordChanges('The river rose.', 'The old river rose.')).toEqual([
      { from: 4, to: 4, newFrom: 4, newTo: 8, words: 'old ' },
    ]);
  });
});
