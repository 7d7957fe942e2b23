const named = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = 24 * 60 * 60 * 1000;

/** What happened on one day. */
export interface DayGroup<Item> {
  /** "Today", "Yesterday", "Monday 30 November". */
  readonly name: string;
  readonly items: readonly Item[];
}

/** Items by the day they have in the reader's time zone, in the order they come. */
export function byDay<Item>(items: readonly Item[], at: (item: Item) => string, now: number): DayGroup<Item>[] {
  const groups: { name: string; items: Item[] }[] = [];
  for (const item of items) {
    const name = dayName(at(item), now);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return groups;
}

/** The hour and minute of a moment. */
export function clockTime(iso: string): string {
  const then = new Date(iso);
  return Number.isNaN(then.getTime()) ? '' : clock.format(then);
}

function dayName(iso: string, now: number): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return 'Some day';
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return 'Today';
  if (then.toDateString() === new Date(now - DAY).toDateString()) return 'Yesterday';
  return then.getFullYear() === today.getFullYear() ? named.format(then) : withYear.format(then);
}
