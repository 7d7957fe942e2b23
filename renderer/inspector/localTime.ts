/** A moment in UTC as an `<input type="datetime-local">` wants it, in this computer's zone; empty for none or nonsense. */
export function utcToLocal(iso: string | null): string {
  if (iso === null) return '';
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(then.getFullYear()).padStart(4, '0');
  return `${year}-${two(then.getMonth() + 1)}-${two(then.getDate())}T${two(then.getHours())}:${two(then.getMinutes())}`;
}

/** The way back; null for an empty or half-typed value. */
export function localToUtc(local: string): string | null {
  // Engines read half a date with much good will.
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(local)) return null;
  const then = new Date(local);
  return Number.isNaN(then.getTime()) ? null : then.toISOString();
}

/** What a moment in this computer's zone is elsewhere: `Asia/Karachi; 04:00 UTC`, with the day where that is another; `UTC` where it is that. */
export function zoneText(iso: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (timeZone === 'UTC') return timeZone;
  const [day = '', time = ''] = new Date(iso).toISOString().split('T');
  const isOtherDay = !utcToLocal(iso).startsWith(day);
  return `${timeZone}; ${isOtherDay ? `${day} ` : ''}${time.slice(0, 5)} UTC`;
}
