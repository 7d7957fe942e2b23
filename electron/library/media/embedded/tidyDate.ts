const DATE = /^(\d{4})(?:[-:]?(\d\d)(?:[-:]?(\d\d))?)?/;
const TIME = /^[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A date as metadata has it (`2026:05:03 10:15:00`, `20260503`, `2026-05-03T10:15+05:00`) in ISO 8601, as exact as it was
 * given and in the same time zone or none. Undefined for what is no date, such as the zeros of an unset camera.
 */
export function tidyDate(date: string | undefined, zone = ''): string | undefined {
  const text = date?.trim() ?? '';
  const [all = '', year = '0', month, day] = DATE.exec(text) ?? [];
  if (Number(year) < 1800 || Number(month ?? 0) > 12) return undefined;
  if (month === undefined || month === '00') return year;
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return `${year}-${month}`;
  const iso = `${year}-${month}-${day}`;
  const [, hours, minutes, seconds, ownZone] = TIME.exec(text.slice(all.length)) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return iso;
  const offset = (ownZone ?? zone).trim().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const isOffset = /^(?:Z|[+-]\d\d:\d\d)$/.test(offset);
  return `${iso}T${hours}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${isOffset ? offset : ''}`;
}
