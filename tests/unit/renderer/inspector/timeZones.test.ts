import { describe, expect, it } from 'vitest';
import { elsewhereText, zoneChoices } from '../../../../renderer/inspector/timeZones.ts';

describe('elsewhereText', () => {
  it.each([
    ['Asia/Karachi', 'Asia/Karachi', 'Asia/Karachi; 01:00 UTC'],
    ['Asia/Karachi', 'Europe/London', '01:00 here; 01:00 UTC'],
    ['Asia/Karachi', 'America/New_York', '2026-11-29 20:00 here; 01:00 UTC'],
    ['Asia/Karachi', 'UTC', '01:00 UTC'],
    ['UTC', 'Asia/Karachi', '06:00 here'],
    ['UTC', 'UTC', 'UTC'],
  ])('told in %s, read in %s', (zone, own, text) => {
    expect(elsewhereText('2026-11-30T01:00:00.000Z', zone, own)).toBe(text);
  });
});

describe('zoneChoices', () => {
  it('puts the zone in use, the dateline’s and UTC first, and each zone once', () => {
    const { likely, others } = zoneChoices('Asia/Gaza', 'Beirut');
    const names = likely.map(({ name }) => name);
    expect(names[0]).toBe('Asia/Gaza');
    expect(names).toEqual(expect.arrayContaining(['Asia/Beirut', 'UTC']));
    expect(new Set([...names, ...others]).size).toBe(names.length + others.length);
    expect(others.length).toBeGreaterThan(300);
  });
});
