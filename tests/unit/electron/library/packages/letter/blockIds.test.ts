import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesBlockId } from '../../../../../../electron/library/derivedIds.ts';
import { readIds, writeIds, type Take } from '../../../../../../electron/library/packages/letter/blockIds.ts';
import { NameSeries, newStoryId, type BlockId } from '../../../../../../shared/story/ids.ts';

const story = newStoryId();

function taker(bytes: Buffer): { readonly take: Take; readonly left: () => number } {
  let at = 0;
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('It ends too early.');
    return bytes.subarray(at, (at += length));
  };
  return { take, left: () => bytes.length - at };
}

describe('the ids of blocks in a letter', () => {
  it('come out as they went in, whatever their kinds and order', () => {
    const session = new NameSeries();
    const typed = Array.from({ length: 60 }, () => session.next());
    const one = fc.oneof(
      fc.constantFrom(...typed),
      fc.nat(80).map((place) => seriesBlockId(story, place)),
      fc.bigInt({ min: 0n, max: 36n ** 12n - 1n }).map((number) => number.toString(36).padStart(12, '0')),
      fc.constantFrom('000000000000', 'zzzzzzzzzzzz', 'zzzzzzzzzzzy'),
    );
    const runs = fc.tuple(fc.nat(59), fc.nat(59)).map(([from, to]) => typed.slice(from, to));
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            one.map((id) => [id]),
            runs,
          ),
        ),
        (parts) => {
          const ids = [...new Set(parts.flat())] as BlockId[];
          const written = writeIds(ids, story);
          const { take, left } = taker(written?.bytes ?? Buffer.alloc(0));
          expect(readIds(story, take, written?.isCounted ?? false)).toEqual(ids);
          expect(left()).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('weigh a few bytes where they were drawn one after the other, and no more than ever where not', () => {
    const session = new NameSeries();
    const ids = Array.from({ length: 60 }, () => session.next() as BlockId);
    expect(writeIds(ids, story)?.bytes.length).toBeLessThan(18);
    // A paragraph that was cut in two later, here and there.
    const cut = ids.toSpliced(20, 0, session.next() as BlockId).toSpliced(40, 0, session.next() as BlockId);
    expect(writeIds(cut, story)?.bytes.length).toBeLessThan(40);
    const strangers = Array.from({ length: 60 }, () => new NameSeries().next() as BlockId);
    expect(writeIds(strangers, story)).toMatchObject({ isCounted: false });
    expect(writeIds(strangers, story)?.bytes.length).toBe(6 + 60 * 8);
    expect(writeIds(['short' as BlockId], story)).toBeNull();
  });

  it.each<[what: string, bytes: number[]]>([
    ['below the first', [0, 1, 0xff, 0xfe, 0, 1, 1]],
    ['beyond the last', [0, 1, 0xff, 0xfe, 0, 1, ...Array.from({ length: 9 }, () => 0xff), 0x7f]],
    ['without end', [0, 1, 0xff, 0xfe, 0, 1, ...Array.from({ length: 40 }, () => 0xff)]],
    ['that are not there', [0, 1, 0xff, 0xfe, 0, 1]],
    ['that are there twice', [0, 2, 0xff, 0xfe, 0, 2, 2, 0xff, 0xfe, 0, 1, 1]],
    ['more than any', [0, 2, 0xff, 0xfe, 0xff, 0xfe, 2, 0xff, 0xfe, 0xff, 0xfe, 2]],
  ])('are refused where they are %s', (_what, bytes) => {
    expect(() => readIds(story, taker(Buffer.from(bytes)).take, true)).toThrow(RangeError);
  });

  it('are counted in letters of the newer format alone', () => {
    const bytes = Buffer.from([0, 1, 0xff, 0xfe, 0, 1]);
    expect(readIds(story, taker(bytes).take, false)).toEqual([seriesBlockId(story, 0xfffe)]);
  });
});
