import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localToUtc, utcToLocal } from '../../../../renderer/inspector/localTime.ts';

describe('local times', () => {
  it('come back as they went, to the minute', () => {
    const minutes = fc.integer({ min: 0, max: 66_000_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        // The hour a clock is put back is told twice; either of the two is right.
        const back = Date.parse(localToUtc(utcToLocal(iso)) ?? '');
        expect([0, 3_600_000]).toContain(Math.abs(back - minute * 60_000));
      }),
    );
  });

  it('are empty for none and for nonsense', () => {
    expect(utcToLocal(null)).toBe('');
    expect(utcToLocal('soon')).toBe('');
    expect(localToUtc('')).toBeNull();
    expect(localToUtc('2026-')).toBeNull();
  });
});
