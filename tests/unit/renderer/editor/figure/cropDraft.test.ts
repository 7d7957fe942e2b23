import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeCrop,
  CROP_SHAPES,
  draftOf,
  type CropChange,
} from '../../../../../renderer/editor/figure/crop/cropDraft.ts';
import { CROP_HANDLES, shownSides, tidyFraming, WHOLE } from '../../../../../shared/media/cropGeometry.ts';
import type { Framing } from '../../../../../shared/story/block.ts';
import { arbitraryFraming } from '../../../../fixtures/arbitraryStory.ts';

const SIDES = { width: 1200, height: 800 };
const by = fc.double({ min: -1, max: 1, noNaN: true });

const change: fc.Arbitrary<CropChange> = fc.oneof(
  fc.record({ kind: fc.constant('shape' as const), shape: fc.constantFrom(...CROP_SHAPES.map(({ id }) => id)) }),
  fc.record({ kind: fc.constant('turn' as const), way: fc.constantFrom<'left' | 'right'>('left', 'right') }),
  fc.record({
    kind: fc.constant('set' as const),
    side: fc.constantFrom<'x' | 'y' | 'width' | 'height'>('x', 'y', 'width', 'height'),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.constant<CropChange>({ kind: 'reset' }),
);

function framingOf(changes: readonly CropChange[], from: Framing = {}): Framing {
  const { crop, turn, focus } = changes.reduce((draft, each) => changeCrop(draft, each, SIDES), draftOf(from));
  return tidyFraming({ crop, ...(turn && { turn }), ...(focus && { focus }) });
}

describe('a crop in the making', () => {
  it('is whatever is done to it a framing inside the picture, and whole again once reset', () => {
    fc.assert(
      fc.property(arbitraryFraming, fc.array(change, { maxLength: 8 }), (from, changes) => {
        const { crop = WHOLE } = framingOf(changes, from);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(framingOf([...changes, { kind: 'reset' }], from)).toEqual({});
      }),
    );
  });

  it('keeps its shape, in pixels, when a side is set or a handle drawn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CROP_HANDLES), by, by, (handle, dx, dy) => {
        const start = changeCrop(draftOf({}), { kind: 'shape', shape: '16:9' }, SIDES);
        const drawn = changeCrop(start, { kind: 'draw', from: start.crop, handle, dx, dy }, SIDES);
        const { width, height } = drawn.crop;
        expect((width * SIDES.width) / (height * SIDES.height)).toBeCloseTo(16 / 9, 6);
      }),
    );
    const wide = framingOf([
      { kind: 'shape', shape: '1:1' },
      { kind: 'set', side: 'width', to: 0.25 },
    ]);
    expect(shownSides(SIDES, wide)).toEqual({ width: 300, height: 300 });
  });

  it('of the original shape follows the picture when it is turned; another shape turns along', () => {
    const turn: CropChange = { kind: 'turn', way: 'right' };
    expect(shownSides(SIDES, framingOf([{ kind: 'shape', shape: 'original' }, turn]))).toEqual({
      width: 800,
      height: 1200,
    });
    const flat = framingOf([{ kind: 'shape', shape: '16:9' }]);
    const upright = framingOf([{ kind: 'shape', shape: '16:9' }, turn]);
    expect(shownSides(SIDES, upright)).toEqual({ width: shownSides(SIDES, flat).height, height: 1200 });
  });

  it('of a new shape keeps the focal point in it', () => {
    const framing = framingOf([
      { kind: 'focus', focus: { x: 0.95, y: 0.5 } },
      { kind: 'shape', shape: '1:1' },
    ]);
    expect(framing.crop).toMatchObject({ y: 0, height: 1 });
    expect((framing.crop?.x ?? 0) + (framing.crop?.width ?? 0)).toBeCloseTo(1);
  });
});
