import { describe, expect, it } from 'vitest';
import { completeMention, mentionAt, namesFor } from '../../../../renderer/review/mentions.ts';

const NAMES = ['Ali Dars', 'Sadia Memon', 'علی درس'];

describe('mentions', () => {
  it.each([
    ['@', 1, ''],
    ['ask @sa', 7, 'sa'],
    ['ask @Sadia Me', 13, 'Sadia Me'],
    ['(@al', 4, 'al'],
    ['پوچھیں @عل', 10, 'عل'],
  ])('sees the name in %s', (text, caret, typed) => {
    expect(mentionAt(text, caret)?.typed).toBe(typed);
  });

  it.each([
    ['a@b', 3],
    ['nothing', 7],
    ['@ali, then', 10],
  ])('sees none in %s', (text, caret) => {
    expect(mentionAt(text, caret)).toBeNull();
  });

  it('offers the names that begin so, by any of their words', () => {
    expect(namesFor({ start: 0, typed: 'me' }, NAMES)).toEqual(['Sadia Memon']);
    expect(namesFor({ start: 0, typed: '' }, NAMES)).toEqual(NAMES);
    expect(namesFor({ start: 0, typed: 'Ali Dars ' }, NAMES)).toEqual([]);
  });

  it('spells it out', () => {
    expect(completeMention('ask @sa please', { start: 4, typed: 'sa' }, 'Sadia Memon')).toEqual({
      text: 'ask @Sadia Memon please',
      caret: 17,
    });
  });
});
