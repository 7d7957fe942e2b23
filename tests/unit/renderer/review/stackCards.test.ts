import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackCards } from '../../../../renderer/review/stackCards.ts';

const GAP = 8;
const card = (top: number, height = 50) => ({ top, height });

describe('stackCards', () => {
  it('leaves cards at their texts where these are far apart', () => {
    expect(stackCards([card(10), card(200)], null, GAP)).toEqual([10, 200]);
  });

  it('stacks downwards what would overlap', () => {
    expect(stackCards([card(10), card(20), card(30)], null, GAP)).toEqual([10, 68, 126]);
  });

  it('moves the chosen one to its text, and those before it out of its way', () => {
    expect(stackCards([card(100), card(110), card(120)], 2, GAP)).toEqual([4, 62, 120]);
  });

  it('moves those before it no farther than it needs', () => {
    expect(stackCards([card(100), card(110), card(400)], 2, GAP)).toEqual([100, 158, 400]);
  });

  it('lets those before it go beyond the page where there is no room', () => {
    expect(stackCards([card(0), card(5), card(10)], 2, GAP)).toEqual([-106, -48, 10]);
  });

  it('never lets two overlap, and aligns the chosen one', () => {
    const cards = fc
      .array(
        fc.record({
          top: fc.nat(2000),
          height: fc.integer({ min: 20, max: 300 }),
        }),
        { maxLength: 100 },
      )
      .map((all) => all.toSorted((one, other) => one.top - other.top));
    fc.assert(
      fc.property(cards, fc.nat(), fc.boolean(), (all, pick, hasChosen) => {
        const chosen = hasChosen && all.length > 0 ? pick % all.length : null;
        const tops = stackCards(all, chosen, GAP);
        expect(tops).toHaveLength(all.length);
        for (const [index, top] of tops.entries()) {
          const next = tops[index + 1];
          if (next !== undefined) expect(next - top).toBeGreaterThanOrEqual((all[index]?.height ?? 0) + GAP);
        }
        if (chosen === null) expect(tops.every((top) => top >= 0)).toBe(true);
        else expect(tops[chosen]).toBe(all[chosen]?.top);
      }),
    );
  });
});
