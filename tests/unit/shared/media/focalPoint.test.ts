import { describe, expect, it } from 'vitest';
import { objectPosition, pointOfFile, pointOfShown } from '../../../../shared/media/focalPoint.ts';

describe('the focal point', () => {
  it('of the file is where the file has it, however the picture is turned', () => {
    const focus = { x: 0.2, y: 0.3 };
    expect(pointOfFile({ focus })).toEqual(focus);
    // Turned clockwise, the file's left edge is on top.
    expect(pointOfFile({ focus, turn: 90 })).toEqual({ x: 0.3, y: 0.8 });
    expect(pointOfFile({ focus, turn: 180 })).toEqual({ x: 0.8, y: 0.7 });
    expect(pointOfFile({ focus, turn: 270 })).toEqual({ x: 0.7, y: 0.2 });
  });

  it('of the file is the middle of the crop where none was set', () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    expect(pointOfFile({ crop })).toEqual({ x: 0.75, y: 0.25 });
    expect(pointOfFile({ crop, focus: { x: 0.6, y: 0.1 } })).toEqual({ x: 0.6, y: 0.1 });
    expect(pointOfFile({})).toBeNull();
    expect(pointOfFile({ turn: 90 })).toBeNull();
  });

  it('of what is shown is counted from the crop’s corner, and none outside of it', () => {
    const crop = { x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
    expect(pointOfShown({ crop, focus: { x: 0.75, y: 0.5 } })).toEqual({ x: 0.5, y: 0.5 });
    expect(pointOfShown({ crop, focus: { x: 0.2, y: 0.5 } })).toBeNull();
    expect(pointOfShown({ focus: { x: 0.2, y: 0.5 } })).toEqual({ x: 0.2, y: 0.5 });
    expect(pointOfShown({ crop })).toBeNull();
  });

  it('is a place in a style', () => {
    expect(objectPosition({ x: 1 / 3, y: 1 })).toBe('33.3% 100%');
  });
});
