import { describe, expect, it } from 'vitest';
import { clampWidth, fitPanes, LIBRARY_WIDTH } from '../../../../renderer/app/paneLayout.ts';

const both = { library: true, inspector: true, libraryWidth: 300, inspectorWidth: 300 };

describe('fitPanes', () => {
  it('shows both in a wide window', () => {
    expect(fitPanes(1440, both, 'library', false)).toEqual({ library: true, inspector: true });
  });

  it('keeps the one asked for last when there is room for one', () => {
    expect(fitPanes(1000, both, 'library', false)).toEqual({ library: true, inspector: false });
    expect(fitPanes(1000, both, 'inspector', false)).toEqual({ library: false, inspector: true });
  });

  it('brings neither back that was folded away', () => {
    expect(fitPanes(1440, { ...both, library: false }, 'library', false)).toEqual({ library: false, inspector: true });
  });

  it('still shows the pane that was asked for in a small window', () => {
    expect(fitPanes(640, both, 'library', false)).toEqual({ library: true, inspector: false });
  });

  it('leaves the page alone in focus mode', () => {
    expect(fitPanes(1440, both, 'library', true)).toEqual({ library: false, inspector: false });
  });
});

describe('clampWidth', () => {
  it('keeps a width inside its limits, in whole pixels', () => {
    expect(clampWidth(10, LIBRARY_WIDTH)).toBe(LIBRARY_WIDTH.min);
    expect(clampWidth(10_000, LIBRARY_WIDTH)).toBe(LIBRARY_WIDTH.max);
    expect(clampWidth(300.4, LIBRARY_WIDTH)).toBe(300);
  });
});
