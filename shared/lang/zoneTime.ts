const HOUR = 3_600_000;

/** A moment as the clocks of a zone show it: `YYYY-MM-DDTHH:MM`. Empty for no moment. Throws RangeError for an unknown zone. */
export function wallTime(iso: string, zone: string): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return '';
  const parts = new Map(
    formatOf(zone)
      .formatToParts(then)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes, width = 2) => (parts.get(name) ?? '').padStart(width, '0');
  return `${part('year', 4)}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clocks of a zone show `wall` (`YYYY-MM-DDTHH:MM`), in UTC with milliseconds; null for an empty or
 * half-typed value. Shown twice (clocks go back): the first time. Never shown (clocks go forward): as long after midnight.
 * Throws RangeError for an unknown zone.
 */
export function momentOf(wall: string, zone: string): string | null {
  // Engines read half a date with much good will.
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return null;
  const clock = wall.slice(0, wall.indexOf('T') + 6);
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return null;
  // A zone's clock is less than a day from UTC, and changes at most once in two days.
  const offsets = [asUtc - 24 * HOUR, asUtc + 24 * HOUR].map((near) => offsetAt(near, zone));
  const moments = offsets.map((offset) => asUtc - offset);
  const fitting = moments.filter((moment) => asUtc - offsetAt(moment, zone) === moment);
  const [before = asUtc] = moments;
  const moment = fitting.length > 0 ? Math.min(...fitting) : before;
  return new Date(moment).toISOString();
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${wallTime(new Date(minute).toISOString(), zone)}Z`) - minute;
}

/** Whether there is such a zone, by its name in the IANA database. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A moment for whoever reads it anywhere: `2031-01-02 08:04 Asia/Karachi (03:04 UTC)`, with the day again where that is
 * another. Without a zone, or with one nobody knows: in UTC alone.
 */
export function momentText(iso: string, zone: string | undefined): string {
  const utc = wallTime(iso, 'UTC').replace('T', ' ');
  if (zone === undefined || zone === 'UTC' || !isZone(zone)) return `${utc} UTC`;
  const local = wallTime(iso, zone).replace('T', ' ');
  const isSameDay = local.slice(0, -6) === utc.slice(0, -6);
  return `${local} ${zone} (${isSameDay ? utc.slice(-5) : utc} UTC)`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-GB-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two },
  });
  formats.set(zone, made);
  return made;
}
