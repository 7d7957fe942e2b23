/** A time as receivers of every age read it: ISO 8601 in UTC, without the fractions of a second that some refuse. */
export function wholeSeconds(time: string): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
