import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../shared/lang/foldText.ts';
import { indexWords, searchWords } from '../../../../shared/lang/searchWords.ts';

describe('words', () => {
  it('hold no space, sign or invisible character', () => {
    expect(searchWords('A-B, c.d! “e”\u200f(f)')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('of scripts without spaces are their characters, so that any part of a sentence is found', () => {
    expect(searchWords('日本語')).toEqual(['日', '本', '語']);
    expect(searchWords('ไทย')).toEqual(Array.from('ไทย').filter((letter) => /\p{L}/u.test(letter)));
  });

  it('are cut where nobody types on', () => {
    expect(searchWords('a'.repeat(500))).toEqual(['a'.repeat(40)]);
  });

  it.each(['الحكومة', 'والحكومة', 'بالحكومة', 'للحكومة', 'فالحكومة', 'حكومة'])(
    'of %s are found without the article',
    (word) => {
      expect([...indexWords(word)]).toContain('حكومه');
      expect(searchWords(word)).toEqual(['حكومه']);
    },
  );

  it('that only begin like an article keep their letters', () => {
    expect(searchWords('الله')).toEqual(['الله']);
    expect(searchWords('ال')).toEqual(['ال']);
  });

  it('of a query are among those of a text that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const found = indexWords(text);
        for (const word of searchWords(text)) expect(found).toContain(word);
      }),
    );
  });
});

describe('folding', () => {
  it('twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
