const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;
/** Somebody who gets a line for a minute should not miss it. */
const LONGEST_OFFLINE_MS = 60_000;

/**
 * How long to wait after so many failures, in ms: twice as long each time, from 5 seconds to 15 minutes, anywhere between
 * half of it and all of it, so that many laptops behind one line do not come at once. `chance` is 0 to 1.
 */
export function backOff(failures: number, chance: number): number {
  return jitter(Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS), chance);
}

/** The same while nobody answers: never longer than a minute. */
export function offlineDelay(failures: number, chance: number): number {
  return jitter(Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_OFFLINE_MS), chance);
}

function jitter(ms: number, chance: number): number {
  return Math.round(ms * (0.5 + chance / 2));
}
