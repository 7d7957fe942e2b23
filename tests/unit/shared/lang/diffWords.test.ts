import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../../shared/lang/diffWords.ts';

describe('a word diff', () => {
  it('shows a changed word between what stayed', () => {
    expect(diffWords('the old red boat', 'the old blue boat')).toEqual([
      { kind: 'same', text: 'the old' },
      { kind: 'removed', text: 'red' },
      { kind: 'added', text: 'blue' },
      { kind: 'same', text: 'boat' },
    ]);
  });

  it('takes words for the same that have one key', () => {
    expect(diffWords('Late, again', 'late again', (word) => word.toLowerCase().replace(',', ''))).toEqual([
      { kind: 'same', text: 'late again' },
    ]);
  });

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

  it('gives both sides back', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before.join(' '), after.join(' '));
        const side = (kind: string) =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map((part) => part.text)
            .join(' ');
        expect(side('removed')).toBe(before.join(' '));
        expect(side('added')).toBe(after.join(' '));
      }),
    );
  });

  it('never changes more than the words that differ', () => {
    fc.assert(
      fc.property(words, fc.nat(), (before, at) => {
        const place = at % (before.length + 1);
        const after = [...before.slice(0, place), 'new', ...before.slice(place)];
        expect(diffWords(before.join(' '), after.join(' ')).filter((part) => part.kind !== 'same')).toEqual([
          { kind: 'added', text: 'new' },
        ]);
      }),
    );
  });
});
