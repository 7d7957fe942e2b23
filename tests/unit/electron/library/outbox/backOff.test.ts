import { describe, expect, it } from 'vitest';
import { backOff, offlineDelay } from '../../../../../electron/library/outbox/backOff.ts';

describe('the wait before trying again', () => {
  it('doubles from five seconds to a quarter of an hour, and is spread over its second half', () => {
    expect([1, 2, 3].map((failures) => backOff(failures, 1))).toEqual([5_000, 10_000, 20_000]);
    expect(backOff(1, 0)).toBe(2_500);
    expect(backOff(50, 1)).toBe(900_000);
  });

  it('is never longer than a minute while nobody answers', () => {
    expect(offlineDelay(1, 1)).toBe(5_000);
    expect(offlineDelay(50, 1)).toBe(60_000);
  });
});
