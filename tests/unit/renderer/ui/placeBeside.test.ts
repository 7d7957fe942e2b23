import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside, type Box } from '../../../../renderer/ui/placeBeside.ts';

const view: Box = { left: 0, top: 0, right: 1000, bottom: 600 };
const popup = { width: 200, height: 100 };

function word(left: number, top: number): Box {
  return { left, top, right: left + 60, bottom: top + 20 };
}

describe('placeBeside', () => {
  it('keeps to the wanted side where there is room', () => {
    expect(placeBeside(word(400, 300), popup, view, { side: 'below', align: 'start', gap: 6 })).toEqual({
      left: 400,
      top: 326,
    });
    expect(placeBeside(word(400, 300), popup, view, { side: 'above', align: 'center', gap: 6 })).toEqual({
      left: 330,
      top: 194,
    });
    expect(placeBeside(word(400, 300), popup, view, { side: 'above', align: 'end', gap: 6 }).left).toBe(260);
  });

  it('changes sides rather than leave the window', () => {
    expect(placeBeside(word(400, 20), popup, view, { side: 'above', align: 'start', gap: 6 }).top).toBe(46);
    expect(placeBeside(word(400, 560), popup, view, { side: 'below', align: 'start', gap: 6 }).top).toBe(454);
  });

  it('never leaves the window', () => {
    const spot = fc.integer({ min: -500, max: 1500 });
    const placing = fc.record({
      side: fc.constantFrom('above' as const, 'below' as const),
      align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
      gap: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(spot, spot, placing, (x, y, how) => {
        const { left, top } = placeBeside(word(x, y), popup, view, how);
        expect(left).toBeGreaterThanOrEqual(view.left);
        expect(top).toBeGreaterThanOrEqual(view.top);
        expect(left + popup.width).toBeLessThanOrEqual(view.right);
        expect(top + popup.height).toBeLessThanOrEqual(view.bottom);
      }),
    );
  });
});
