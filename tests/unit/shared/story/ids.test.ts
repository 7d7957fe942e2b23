import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { blockIdSchema } from '../../../../shared/story/block.ts';
import { NameSeries, newBlockId, newThreadId } from '../../../../shared/story/ids.ts';

/** What every Stet before named blocks by, and letters pack in 8 bytes. */
const EVER = /^[a-z0-9]{12}$/u;
const take = (series: NameSeries, count: number) => Array.from({ length: count }, () => series.next());

describe('names of blocks', () => {
  it('are such as they always were, in every reader', () => {
    for (const id of [newBlockId(), newBlockId(), newThreadId()]) {
      expect(id).toMatch(EVER);
      expect(blockIdSchema.parse(id)).toBe(id);
    }
    expect(newBlockId()).not.toBe(newBlockId());
  });

  it('never meet, whoever draws them when', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 2, maxLength: 20 }), (counts) => {
        const names = counts.flatMap((count) => take(new NameSeries(), count));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) if (!EVER.test(name)) throw new Error(name);
      }),
      { numRuns: 20 },
    );
  });

  it('go on from the first where the last is reached', () => {
    const drawn = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      new DataView(array.buffer).setBigUint64(0, 36n ** 12n - 2n);
      return array;
    });
    expect(take(new NameSeries(), 3)).toEqual(['zzzzzzzzzzzz', '000000000000', '000000000001']);
    drawn.mockRestore();
  });
});
