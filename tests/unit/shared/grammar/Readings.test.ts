import { describe, expect, it } from 'vitest';
import { grammarDialectOf } from '../../../../shared/grammar/Grammarian.ts';
import { Readings } from '../../../../shared/grammar/Readings.ts';

const note = { start: 0, end: 3, message: 'No.', replacement: null };

describe('what the grammar engine said', () => {
  it('is nothing until a text was read, which is wanted once', () => {
    const readings = new Readings();
    expect(readings.notes('british', 'The boats was late.')).toEqual([]);
    expect(readings.notes('british', 'The boats was late.')).toEqual([]);
    expect(readings.notes('american', 'The boats was late.')).toEqual([]);
    const wanted = readings.takeWanted();
    expect(wanted).toEqual([
      { dialect: 'british', texts: ['The boats was late.'] },
      { dialect: 'american', texts: ['The boats was late.'] },
    ]);
    expect(readings.takeWanted()).toEqual([]);
    for (const query of wanted) readings.learn(query, query.dialect === 'british' ? [[note]] : []);
    expect(readings.notes('british', 'The boats was late.')).toEqual([note]);
    expect(readings.notes('american', 'The boats was late.')).toEqual([]);
    expect(readings.takeWanted()).toEqual([]);
  });
});

describe('the English a text is read in', () => {
  it.each([
    ['en', 'american'],
    ['en-PK', 'british'],
    ['en-NZ', 'australian'],
    ['en-CA', 'canadian'],
    ['en-IN', 'indian'],
    ['fr', null],
    ['ur', null],
  ])('%s: %s', (tag, dialect) => {
    expect(grammarDialectOf(tag)).toBe(dialect);
  });
});
