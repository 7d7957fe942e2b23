import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBlocks, type KeptBlock } from '../../../../../electron/library/cms/merge/mergeBlocks.ts';

/** Blocks as they were left: the site spells each its own way. */
function left(...words: string[]): KeptBlock[] {
  return words.map((text) => ({ sent: text, stored: `<${text}>` }));
}

function texts({ blocks }: { blocks: readonly KeptBlock[] }): string[] {
  return blocks.flatMap(({ stored }) => stored ?? []);
}

const BASE = left('a', 'b', 'c', 'd');
const THERE = ['<a>', '<b>', '<c>', '<d>'];

describe('a merge by blocks', () => {
  it('keeps the site’s own spelling of what nobody changed', () => {
    expect(texts(mergeBlocks(BASE, ['a', 'b', 'c', 'd'], THERE))).toEqual(THERE);
  });

  it('takes changes of neighbours from both sides', () => {
    const merged = mergeBlocks(BASE, ['a', 'b!', 'c', 'd'], ['<a>', '<b>', '<c?>', '<d>']);
    expect(texts(merged)).toEqual(['<a>', 'b!', '<c?>', '<d>']);
    expect(merged).toMatchObject({ clashes: [], taken: ['<c?>'] });
  });

  it('keeps what both put in at one place', () => {
    const merged = mergeBlocks(BASE, ['a', 'b', 'c', 'd', 'ours'], [...THERE, '<theirs>']);
    expect(texts(merged)).toEqual([...THERE, '<theirs>', 'ours']);
    expect(merged.clashes).toEqual([]);
  });

  it('tells a clash with what was there', () => {
    const { clashes } = mergeBlocks(BASE, ['a', 'b!', 'c', 'd'], ['<a>', '<b?>', '<c>', '<d>']);
    expect(clashes).toEqual([{ base: '<b>', ours: 'b!', theirs: '<b?>' }]);
  });

  it('takes a removal here against a change there for a clash, and the other way round', () => {
    expect(mergeBlocks(BASE, ['a', 'c', 'd'], ['<a>', '<b?>', '<c>', '<d>']).clashes).toHaveLength(1);
    expect(mergeBlocks(BASE, ['a', 'b!', 'c', 'd'], ['<a>', '<c>', '<d>']).clashes).toHaveLength(1);
  });

  it('agrees where both did the same', () => {
    const merged = mergeBlocks(left('a', 'b'), ['a', '<x>'], ['<a>', '<x>']);
    expect(texts(merged)).toEqual(['<a>', '<x>']);
    expect(merged.clashes).toEqual([]);
  });
});

const word = fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v');
const edits = fc.array(fc.record({ at: fc.nat(9), kind: fc.constantFrom('change', 'insert', 'remove'), to: word }), {
  maxLength: 4,
});
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

function edit(blocks: readonly string[], all: Edits, side: string): string[] {
  const next = [...blocks];
  all.forEach(({ at, kind, to }, index) => {
    const place = at % (next.length + 1);
    const text = `${to}-${side}${index}`;
    if (kind === 'insert') next.splice(place, 0, text);
    else if (place < next.length) next.splice(place, 1, ...(kind === 'change' ? [text] : []));
  });
  return next;
}

describe('any edits on both sides', () => {
  const start = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('lose no new block of either side unless a clash says so', () => {
    fc.assert(
      fc.property(edits, edits, (here, there) => {
        const ours = edit(start, here, 'o');
        const theirs = edit(
          start.map((text) => `<${text}>`),
          there,
          't',
        );
        const merged = mergeBlocks(left(...start), ours, theirs);
        const all = [...texts(merged), ...merged.clashes.flatMap((clash) => clash.theirs.split('\n\n'))];
        for (const text of [
          ...ours.filter((each) => each.includes('-')),
          ...theirs.filter((each) => each.includes('-')),
        ])
          expect(all).toContain(text);
        // Nothing comes twice.
        expect(new Set(texts(merged)).size).toBe(texts(merged).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('change nothing when they are merged once more', () => {
    fc.assert(
      fc.property(edits, edits, (here, there) => {
        const ours = edit(start, here, 'o');
        const theirs = edit(
          start.map((text) => `<${text}>`),
          there,
          't',
        );
        const first = mergeBlocks(left(...start), ours, theirs);
        fc.pre(first.clashes.length === 0);
        const again = mergeBlocks(first.blocks, ours, texts(first));
        expect(texts(again)).toEqual(texts(first));
        expect(again.clashes).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
