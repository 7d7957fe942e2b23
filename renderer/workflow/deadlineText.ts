const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** A deadline as a list can carry it. */
export interface DeadlineText {
  readonly text: string;
  readonly isOverdue: boolean;
}

/** When a story is wanted, seen from now: "Overdue by 2 h", "In 45 min", "Today, 18:00", "Tomorrow, 09:00", "Thu 3 Dec, 09:00". */
export function deadlineText(iso: string, now: number): DeadlineText {
  const at = new Date(iso);
  const left = at.getTime() - now;
  if (left <= -MINUTE) return { text: `Overdue by ${span(-left)}`, isOverdue: true };
  if (left < HOUR) return { text: left < MINUTE ? 'Now' : `In ${span(left)}`, isOverdue: false };
  const dayText = [0, 1].map((ahead) => new Date(now + ahead * DAY)).findIndex((one) => isSameDay(one, at));
  return { text: `${['Today', 'Tomorrow'][dayText] ?? day.format(at)}, ${clock.format(at)}`, isOverdue: false };
}

function span(time: number): string {
  if (time < HOUR) return `${Math.floor(time / MINUTE)} min`;
  if (time < DAY) return `${Math.floor(time / HOUR)} h`;
  const days = Math.floor(time / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
