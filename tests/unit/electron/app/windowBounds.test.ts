import { describe, expect, it } from 'vitest';
import { boundsToOpen, SMALLEST } from '../../../../electron/app/windowBounds.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE = { x: 1440, y: 0, width: 1920, height: 1080 };
const kept = { x: 1500, y: 100, width: 1200, height: 900, maximised: false };

describe('boundsToOpen', () => {
  it('opens where it was left', () => {
    expect(boundsToOpen(kept, [LAPTOP, BESIDE])).toEqual({ x: 1500, y: 100, width: 1200, height: 900 });
  });

  it('lets the system choose when that screen is gone, and fits what is there', () => {
    expect(boundsToOpen(kept, [LAPTOP])).toEqual({ width: 1200, height: 875 });
  });

  it('lets the system choose when the title bar cannot be grasped', () => {
    expect(boundsToOpen({ ...kept, x: 100, y: -200 }, [LAPTOP])).not.toHaveProperty('x');
    expect(boundsToOpen({ ...kept, x: -1150, y: 100 }, [LAPTOP])).not.toHaveProperty('x');
  });

  it('is never smaller than can be worked in', () => {
    expect(boundsToOpen({ ...kept, x: 10, y: 30, width: 50, height: 50 }, [LAPTOP])).toMatchObject(SMALLEST);
  });

  it('has a size for somebody new, on any screen', () => {
    expect(boundsToOpen(null, [LAPTOP])).toEqual({ width: 1320, height: 875 });
    expect(boundsToOpen(null, [])).toEqual({ width: 1320, height: 880 });
  });
});
