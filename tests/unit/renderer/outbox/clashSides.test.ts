import { describe, expect, it } from 'vitest';
import { clashSides } from '../../../../renderer/outbox/clashSides.ts';

const clash = {
  base: 'The river rose by two metres overnight, officials said.',
  ours: 'The river rose by three metres overnight, officials said.',
  theirs: 'The river rose by two metres on Sunday, officials said.',
};
const words = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join(' ');
const marked = (parts: readonly { readonly kind: string; readonly text: string }[]) =>
  parts.flatMap(({ kind, text }) => (kind === 'same' ? [] : text));

describe('A clash', () => {
  it('shows each side whole, with what is new on it marked', () => {
    const { theirs, ours } = clashSides(clash);
    expect([words(theirs), words(ours)]).toEqual([clash.theirs, clash.ours]);
    expect([marked(theirs), marked(ours)]).toEqual([['on Sunday,'], ['three']]);
  });

  it('marks in the old text what either side took out', () => {
    const { base } = clashSides(clash);
    expect(words(base)).toBe(clash.base);
    expect(marked(base)).toEqual(['two', 'overnight,']);
  });

  it('stands when one side took everything out', () => {
    const { theirs, base } = clashSides({ ...clash, theirs: '' });
    expect(theirs).toEqual([]);
    expect(marked(base)).toEqual([clash.base]);
  });
});
