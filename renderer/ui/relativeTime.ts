const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** How long ago `iso` was, as short as a list row can carry: "Just now", "12 min", "3 h", "Yesterday", "21 Nov". */
export function relativeTime(iso: string, now: number): string {
  const then = new Date(iso);
  const ago = now - then.getTime();
  if (Number.isNaN(ago)) return '';
  if (ago < MINUTE) return 'Just now';
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min`;
  if (ago < 12 * HOUR || (ago < DAY && isSameDay(then, new Date(now)))) return `${Math.floor(ago / HOUR)} h`;
  if (isSameDay(then, new Date(now - DAY))) return 'Yesterday';
  return then.getFullYear() === new Date(now).getFullYear() ? day.format(then) : dayWithYear.format(then);
}

/** Day and time in full, for titles and lists of what happened. */
export function fullTime(iso: string): string {
  const then = new Date(iso);
  return Number.isNaN(then.getTime()) ? '' : full.format(then);
}

function isSameDay(one: Date, other: Date): boolean {
  return (
    one.getDate() === other.getDate() &&
    one.getMonth() === other.getMonth() &&
    one.getFullYear() === other.getFullYear()
  );
}
