import { describe, expect, it } from 'vitest';
import { relativeTime } from '../../../../renderer/ui/relativeTime.ts';

const now = new Date(2026, 10, 24, 15, 0).getTime();
const ago = (ms: number) => new Date(now - ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('relativeTime', () => {
  it.each([
    ['a moment', 5000, 'Just now'],
    ['twelve minutes', 12 * MINUTE, '12 min'],
    ['three hours', 3 * HOUR, '3 h'],
    ['the day before', 24 * HOUR, 'Yesterday'],
    ['three days', 72 * HOUR, '21 Nov'],
    ['the year before', 365 * 24 * HOUR, '24 Nov 2025'],
    ['a clock that is behind', -5 * MINUTE, 'Just now'],
  ])('%s', (_, ms, text) => {
    expect(relativeTime(ago(ms), now)).toBe(text);
  });

  it('is empty for nonsense', () => {
    expect(relativeTime('soon', now)).toBe('');
  });
});
