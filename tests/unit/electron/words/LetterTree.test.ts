import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterTree } from '../../../../electron/words/LetterTree.ts';
import { nearWords } from '../../../../electron/words/nearWords.ts';

/** Words written as a dictionary in the form TrieXv3: a walk letter by letter, endings that come again only named. */
function writeTree(words: readonly string[]): Uint8Array {
  const written = new Map<string, number>();
  let count = 0;
  const walk = (endings: readonly string[], letter: string): string => {
    const key = endings.toSorted().join('|');
    const sign = /[\\$<#;0-9\n]/.test(letter) ? `\\${letter}` : letter;
    const known = written.get(key);
    if (known !== undefined) return `${sign}#${known.toString(32)};<`;
    if (key === '') return `${sign}$`;
    count += 1;
    written.set(key, count);
    const isWord = endings.includes('');
    return `${sign}${children(endings)}${isWord ? '$' : '<'}`;
  };
  const children = (endings: readonly string[]) =>
    [...new Set(endings.flatMap((word) => word[0] ?? []))]
      .map((first) =>
        walk(
          endings.flatMap((word) => (word.startsWith(first) ? word.slice(1) : [])),
          first,
        ),
      )
      .join('');
  const data = children([...new Set(words)]).replace(/<{2,9}/g, (run) => (run.length > 2 ? `<${run.length}` : run));
  return new TextEncoder().encode(`#!/usr/bin/env reader\nTrieXv3\nbase=32\n# Ours.\n# Data:\n__DATA__\n${data}\n`);
}

describe('LetterTree', () => {
  it('has the words it was given, and no others', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('ابتكم2$<')), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), fc.array(word), (words, others) => {
        const tree = new LetterTree(writeTree(words));
        expect(words.filter((known) => !tree.has(known))).toEqual([]);
        expect(others.filter((other) => tree.has(other) !== words.includes(other))).toEqual([]);
        expect(tree.has('')).toBe(false);
      }),
    );
  });

  it('refuses what is in another form', () => {
    expect(() => new LetterTree(new TextEncoder().encode('TrieXv4\nbase=32\n__DATA__\n'))).toThrow('TrieXv3');
  });
});

describe('nearWords', () => {
  it('gives letters that are written for one another first', () => {
    const known = new Set(['مدرسة', 'مدرس', 'مدرسه', 'إدارة']);
    expect(nearWords('مدرسه', (word) => known.has(word))).toEqual(['مدرسة', 'مدرس']);
    expect(nearWords('ادارة', (word) => known.has(word))).toEqual(['إدارة']);
    expect(nearWords('كلام', (word) => known.has(word))).toEqual([]);
  });
});
