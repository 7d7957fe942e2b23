import { describe, expect, it } from 'vitest';
import { blockDirection, firstStrongDirection, storyDirection } from '../../../../shared/export/textDirection.ts';
import { blankFields } from '../../../../shared/story/fields.ts';

describe('the first strong direction', () => {
  it.each([
    ['Hello كتاب', 'ltr'],
    ['كتاب Hello', 'rtl'],
    ['“12.5%” — שלום', 'rtl'],
    ['(3) Ηello', 'ltr'],
    ['日本', 'ltr'],
    ['پښتو', 'rtl'],
    ['ܫܠܡܐ', 'rtl'],
    ['𞤀𞤣', 'rtl'],
    ['\u200f123 abc', 'rtl'],
    ['\u200eכן', 'ltr'],
    // Arabic-Indic digits are not strong, and neither is what stands isolated.
    ['٣٤ abc', 'ltr'],
    ['\u2067كتاب\u2069 abc', 'ltr'],
    ['\u2068\u2067כן\u2069 x\u2069 כן', 'rtl'],
    ['\u2066abc', null],
    ['12 – 13', null],
    ['', null],
  ])('of %j is %s', (text, direction) => {
    expect(firstStrongDirection(text)).toBe(direction);
  });
});

it('takes no longer for many isolates that never end', () => {
  expect(firstStrongDirection('\u2067x'.repeat(200_000))).toBeNull();
});

describe('a block', () => {
  it('runs as set, else by its letters, else as what is around it', () => {
    expect(blockDirection({ direction: 'ltr' }, 'كتاب', 'rtl')).toBe('ltr');
    expect(blockDirection({}, 'كتاب', 'ltr')).toBe('rtl');
    expect(blockDirection({}, '1986', 'rtl')).toBe('rtl');
  });
});

describe('a story', () => {
  it('runs as set, else as its language does, else by its first words', () => {
    const fields = { ...blankFields(), language: 'ur', headline: 'Hello' };
    expect(storyDirection({ fields: { ...fields, direction: 'ltr' }, blocks: [] })).toBe('ltr');
    expect(storyDirection({ fields, blocks: [] })).toBe('rtl');
    expect(storyDirection({ fields: { ...fields, language: '' }, blocks: [] })).toBe('ltr');
    expect(storyDirection({ fields: { ...fields, language: '', headline: '١٢ خبر' }, blocks: [] })).toBe('rtl');
  });
});
