import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText, type SearchOptions } from '../../../../../renderer/editor/find/searchText.ts';

const loose: SearchOptions = { matchCase: false, wholeWord: false, ignoreMarks: true };
const exact: SearchOptions = { matchCase: true, wholeWord: false, ignoreMarks: false };

function hits(text: string, query: string, options: SearchOptions = loose): string[] {
  return searchText(text, query, options).map(({ start, end }) => text.slice(start, end));
}

describe('searchText', () => {
  it('finds nothing for an empty query or one of marks only', () => {
    expect(hits('anything', '')).toEqual([]);
    expect(hits('anything', '\u0301')).toEqual([]);
  });

  it('ignores case unless told otherwise', () => {
    expect(hits('Kabul and KABUL', 'kabul')).toEqual(['Kabul', 'KABUL']);
    expect(hits('Kabul and KABUL', 'Kabul', exact)).toEqual(['Kabul']);
  });

  it('meets letters that change length with their case', () => {
    expect(hits('Die Straße', 'STRASSE')).toEqual(['Straße']);
    expect(hits('İstanbul', 'istanbul')).toEqual(['İstanbul']);
    expect(hits('ΟΔΟΣ οδος', 'οδος')).toEqual(['ΟΔΟΣ', 'οδος']);
  });

  it('never cuts a character in two', () => {
    expect(hits('Straße', 's')).toEqual(['S']);
    expect(hits('ﬁnal', 'f')).toEqual([]);
    expect(hits('cafe\u0301', 'cafe')).toEqual(['cafe\u0301']);
    expect(hits('cafe\u0301', 'cafe', exact)).toEqual([]);
  });

  it('takes composed and decomposed letters for the same even when marks count', () => {
    expect(hits('cafe\u0301', 'caf\u00e9', exact)).toEqual(['cafe\u0301']);
    expect(hits('caf\u00e9', 'cafe\u0301', exact)).toEqual(['caf\u00e9']);
  });

  it('finds Arabic with or without vowel signs, tatweel and letter variants', () => {
    const vowelled = 'كِتَابٌ';
    expect(hits(`قرأت ${vowelled} جديد`, 'كتاب')).toEqual([vowelled]);
    expect(hits('كـــتاب', 'كتاب')).toEqual(['كـــتاب']);
    expect(hits('أحمد إلى مدرسة', 'احمد الي مدرسه')).toEqual(['أحمد إلى مدرسة']);
    expect(hits('کتاب', 'كتاب')).toEqual(['کتاب']);
    expect(hits(vowelled, 'كتاب', exact)).toEqual([]);
  });

  it('finds Hebrew with or without niqqud', () => {
    expect(hits('שָׁלוֹם עולם', 'שלום')).toEqual(['שָׁלוֹם']);
  });

  it('sees through quotes, no-break spaces and invisible characters of print', () => {
    expect(hits('don’t “go” there', 'don\'t "go" there')).toEqual(['don’t “go” there']);
    expect(hits('co\u00adoperate', 'cooperate')).toEqual(['co\u00adoperate']);
    expect(hits('don’t', "don't", { ...exact })).toEqual([]);
  });

  it('keeps to whole words when asked, in any script', () => {
    const whole = { ...loose, wholeWord: true };
    expect(hits('state statement state', 'state', whole)).toEqual(['state', 'state']);
    expect(searchText('interstate state', 'state', whole)).toEqual([{ start: 11, end: 16 }]);
    expect(hits('كتاب وكتاب', 'كتاب', whole)).toEqual(['كتاب']);
    expect(hits('a.b (x)', '(x)', whole)).toEqual(['(x)']);
    expect(hits('café', 'caf', whole)).toEqual([]);
    expect(hits('cafe\u0301', 'caf', whole)).toEqual([]);
  });

  it('answers hits in order, inside the text, none overlapping', () => {
    const options = fc.record({ matchCase: fc.boolean(), wholeWord: fc.boolean(), ignoreMarks: fc.boolean() });
    const letters = fc.constantFrom(...'aAbßé e\u0301كِت“"\u00ad😀ﬁ\n'.split(''));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(letters).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), options, (words, query, how) => {
        let previous = 0;
        for (const { start, end } of searchText(words, query, how)) {
          expect(start).toBeGreaterThanOrEqual(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(words.length);
          // What was found is itself a hit, whole: the offsets point at the words and nothing else.
          expect(searchText(words.slice(start, end), query, { ...how, wholeWord: false })).toEqual([
            { start: 0, end: end - start },
          ]);
          previous = end;
        }
      }),
    );
  });

  it('agrees with a plain scan where nothing is folded', () => {
    const ab = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 40 });
    fc.assert(
      fc.property(
        ab,
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 3 }),
        (text, query) => {
          const expected: number[] = [];
          for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) expected.push(at);
          expect(searchText(text, query, exact).map(({ start }) => start)).toEqual(expected);
        },
      ),
    );
  });

  it('finds a word again wherever marks were strewn over it', () => {
    const marks = fc.array(fc.constantFrom('', '\u0301', '\u064e', '\u05b8', '\u200d', '\u0640'), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(marks, fc.constantFrom('salaam', 'كتابنا', 'שלומים'), (strewn, word) => {
        const dressed = Array.from(word, (letter, index) => letter + (strewn[index] ?? '')).join('');
        const text = `x ${dressed} y`;
        const [match] = searchText(text, word, loose);
        expect(match?.start).toBe(2);
        expect(searchText(text, word, loose)).toHaveLength(1);
      }),
    );
  });
});
