/** The time now as stories keep it, ISO 8601 in UTC. Given from outside so that a test can be at any hour. */
export type Clock = () => Date;

/** ISO 8601 in UTC. */
export function timestamp(clock: Clock): string {
  return clock().toISOString();
}

/** A moment as sentences name it: to the minute, in UTC, the same on every machine. */
export function whenText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
