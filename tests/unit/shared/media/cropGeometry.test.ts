import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampCrop,
  CROP_HANDLES,
  cropOfAspect,
  moveCrop,
  resizeCrop,
  shownSides,
  tidyFraming,
  turnFraming,
  turnedSides,
  WHOLE,
  type Sides,
} from '../../../../shared/media/cropGeometry.ts';
import { cropSchema, type Crop, type Framing } from '../../../../shared/story/block.ts';
import { arbitraryFraming } from '../../../fixtures/arbitraryStory.ts';

const sides: fc.Arbitrary<Sides> = fc.record({
  width: fc.integer({ min: 50, max: 8000 }),
  height: fc.integer({ min: 50, max: 8000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const crop: fc.Arbitrary<Crop> = fc.record({ x: share, y: share, width: share, height: share }).map(clampCrop);
const drawn = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const handle = fc.constantFrom(...CROP_HANDLES);
const aspect = fc.constantFrom(3 / 2, 16 / 9, 4 / 3, 1, 4 / 5, 0.2, 5);

function expectInside({ x, y, width, height }: Crop): void {
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
  expect(Math.min(width, height)).toBeGreaterThan(0);
  expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
}

describe('a crop', () => {
  it('stays inside the picture wherever it is moved or drawn', () => {
    fc.assert(
      fc.property(crop, handle, drawn, drawn, fc.option(aspect), sides, (from, by, dx, dy, held, whole) => {
        expectInside(moveCrop(from, dx, dy));
        expectInside(resizeCrop(from, by, { dx, dy }, { aspect: held, sides: whole }));
      }),
    );
  });

  it('that is moved keeps its size', () => {
    fc.assert(
      fc.property(crop, drawn, drawn, (from, dx, dy) => {
        const { width, height } = moveCrop(from, dx, dy);
        expect([width, height]).toEqual([from.width, from.height]);
      }),
    );
  });

  it('drawn by a handle leaves the opposite edges where they are', () => {
    const free = { aspect: null, sides: { width: 100, height: 100 } };
    const from = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
    expect(resizeCrop(from, 'se', { dx: 0.1, dy: -0.1 }, free)).toMatchObject({ x: 0.2, y: 0.2, width: 0.5 });
    const back = resizeCrop(from, 'nw', { dx: -0.5, dy: 0.1 }, free);
    expect(back.x).toBeCloseTo(0);
    expect(back.x + back.width).toBeCloseTo(0.6);
    expect(back.y + back.height).toBeCloseTo(0.6);
    expect(tidyFraming({ crop: resizeCrop(from, 'n', { dx: 9, dy: 0 }, free) }).crop).toEqual(from);
  });

  it('held to a shape has it, in pixels, however it is drawn', () => {
    fc.assert(
      fc.property(handle, drawn, drawn, aspect, sides, share, share, (by, dx, dy, held, whole, x, y) => {
        fc.pre(Math.max((held * whole.height) / whole.width, whole.width / (held * whole.height)) < 20);
        const first = cropOfAspect(held, whole, { x, y });
        const next = resizeCrop(first, by, { dx, dy }, { aspect: held, sides: whole });
        for (const { width, height } of [first, next])
          expect((width * whole.width) / (height * whole.height) / held).toBeCloseTo(1, 6);
      }),
    );
  });

  it('of a shape is as large as the picture lets it be, around the point', () => {
    expect(cropOfAspect(1, { width: 200, height: 100 }, { x: 0.9, y: 0.5 })).toEqual({
      x: 0.5,
      y: 0,
      width: 0.5,
      height: 1,
    });
    expect(cropOfAspect(1, { width: 200, height: 100 }, { x: 0.4, y: 0.1 }).x).toBeCloseTo(0.15);
  });
});

describe('a turned picture', () => {
  it('shows the same part as before', () => {
    const framing: Framing = { crop: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, focus: { x: 0.25, y: 0.5 } };
    const right = turnFraming(framing, 'right');
    expect(right.turn).toBe(90);
    // The lower edge is now the left one.
    expect(right.crop?.x).toBeCloseTo(0.4);
    expect(right.crop).toMatchObject({ y: 0.1, width: 0.4, height: 0.3 });
    expect(right.focus).toEqual({ x: 0.5, y: 0.25 });
    expect(shownSides({ width: 1000, height: 500 }, right)).toEqual({ width: 200, height: 300 });
    expect(shownSides({ width: 1000, height: 500 }, framing)).toEqual({ width: 300, height: 200 });
  });

  it('comes back after a quarter either way and after four the same way', () => {
    const rounded = (framing: Framing) => tidyFraming(framing);
    fc.assert(
      fc.property(arbitraryFraming.map(tidyFraming), (framing) => {
        expect(rounded(turnFraming(turnFraming(framing, 'left'), 'right'))).toEqual(framing);
        let turned = framing;
        for (let quarter = 0; quarter < 4; quarter += 1) turned = turnFraming(turned, 'right');
        expect(rounded(turned)).toEqual(framing);
      }),
    );
  });

  it('has its sides exchanged by a quarter only', () => {
    expect(turnedSides({ width: 3, height: 2 }, 270)).toEqual({ width: 2, height: 3 });
    expect(turnedSides({ width: 3, height: 2 }, 180)).toEqual({ width: 3, height: 2 });
  });
});

describe('a framing as it is stored', () => {
  it('leaves out what changes nothing', () => {
    expect(tidyFraming({})).toEqual({});
    expect(tidyFraming({ crop: WHOLE })).toEqual({});
    expect(tidyFraming({ crop: { x: 0.00001, y: 0, width: 0.99999, height: 1 } })).toEqual({});
  });

  it('is always one the format takes, inside the picture, and tidy already', () => {
    fc.assert(
      fc.property(arbitraryFraming, (framing) => {
        const tidy = tidyFraming(framing);
        if (tidy.crop) {
          expect(cropSchema.safeParse(tidy.crop).success).toBe(true);
          expectInside(tidy.crop);
        }
        expect(tidyFraming(tidy)).toEqual(tidy);
      }),
    );
  });
});
