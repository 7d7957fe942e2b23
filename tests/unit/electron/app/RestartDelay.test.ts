import { describe, expect, it } from 'vitest';
import { RestartDelay } from '../../../../electron/app/RestartDelay.ts';

describe('RestartDelay', () => {
  it('starts at once the first time and waits longer while it keeps ending', () => {
    const delay = new RestartDelay();
    const waits = Array.from({ length: 7 }, () => delay.next(100));
    expect(waits[0]).toBe(0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeLessThanOrEqual(10_000);
  });

  it('forgives a process that lasted', () => {
    const delay = new RestartDelay();
    for (let times = 0; times < 5; times++) delay.next(100);
    expect(delay.next(60_000)).toBe(0);
  });
});
