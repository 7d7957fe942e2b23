import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZone, momentOf, momentText, wallTime } from '../../../../shared/lang/zoneTime.ts';

describe('wallTime and momentOf', () => {
  it.each([
    ['2026-11-30T01:00:00.000Z', 'Asia/Karachi', '2026-11-30T06:00'],
    ['2026-11-30T20:00:00.000Z', 'Asia/Kabul', '2026-12-01T00:30'],
    ['2026-07-01T10:00:00.000Z', 'Asia/Beirut', '2026-07-01T13:00'],
    ['2026-01-01T04:59:00.000Z', 'America/New_York', '2025-12-31T23:59'],
    ['2026-01-01T00:00:00.000Z', 'UTC', '2026-01-01T00:00'],
  ])('%s is on the clocks of %s %s', (iso, zone, wall) => {
    expect(wallTime(iso, zone)).toBe(wall);
    expect(momentOf(wall, zone)).toBe(iso);
  });

  it('takes the first of an hour that comes twice, and goes on where one is left out', () => {
    // London: clocks go back on 25 October 2026 at 01:00 UTC, forward on 29 March 2026 at 01:00 UTC.
    expect(momentOf('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOf('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
    expect(wallTime('2026-03-29T01:30:00.000Z', 'Europe/London')).toBe('2026-03-29T02:30');
  });

  it('comes back to the same minute in every zone', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const from = Date.UTC(1971, 0, 1) / 60_000;
    const minute = fc.integer({ min: from, max: Date.UTC(2099, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (name, minutes) => {
        const iso = new Date(minutes * 60_000).toISOString();
        const wall = wallTime(iso, name);
        const back = momentOf(wall, name) ?? '';
        // An hour that comes twice is taken as its first; the clocks say the same.
        expect(wallTime(back, name)).toBe(wall);
        expect(Date.parse(back)).toBeLessThanOrEqual(Date.parse(iso));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '2026', '2026-02', '2026-02-30T', 'tomorrow'])('reads %j as no moment', (half) => {
    expect(momentOf(half, 'UTC')).toBeNull();
  });
});

describe('momentText', () => {
  it.each([
    ['Asia/Karachi', '2031-01-02 08:04 Asia/Karachi (03:04 UTC)'],
    ['America/New_York', '2031-01-01 22:04 America/New_York (2031-01-02 03:04 UTC)'],
    ['UTC', '2031-01-02 03:04 UTC'],
    ['Mars/Olympus', '2031-01-02 03:04 UTC'],
    [undefined, '2031-01-02 03:04 UTC'],
  ])('in %s', (zone, text) => {
    expect(momentText('2031-01-02T03:04:05.000Z', zone)).toBe(text);
  });
});

describe('isZone', () => {
  it('knows the names of the IANA database', () => {
    expect(['Asia/Gaza', 'UTC', 'Europe/Kyiv'].every(isZone)).toBe(true);
    expect(['', 'Islamabad', 'Asia/Islamabad'].some(isZone)).toBe(false);
  });
});
