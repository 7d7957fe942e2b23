import type { CopyText } from './CopyText.ts';
import { findForeignDates } from './foreignDates.ts';
import type { WrittenDate } from './writtenDate.ts';

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY =
  '(?:\\b(Sun(?:day|\\.)?|Mon(?:day|\\.)?|Tue(?:sday|s\\.?|\\.)?|Wed(?:nesday|\\.)?|Thu(?:rsday|rs?\\.?|\\.)?|Fri(?:day|\\.)?|Sat(?:urday|\\.)?),?\\s+(?:the\\s+)?)?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(\\d{4})\\b)?';
const MONTH_FIRST = new RegExp(`${WEEKDAY}\\b${MONTH}\\s+${DAY}\\b(?![-–]\\d|\\s*(?:percent|per cent|%))${YEAR}`, 'gu');
const DAY_FIRST = new RegExp(`${WEEKDAY}\\b${DAY}\\s+(?:of\\s+)?${MONTH}(?![\\p{L}\\p{N}])${YEAR}`, 'gu');
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/gu;

/** The days an English, French, Arabic or Hebrew text names with their month, in order. Their numbers are as written, possible or not. */
export function findDates(copy: CopyText): WrittenDate[] {
  if (!/[\d٠-٩۰-۹]/u.test(copy.text)) return [];
  if (!copy.isEnglish) return findForeignDates(copy.text, copy.language);
  const dates: WrittenDate[] = [];
  const add = (match: RegExpMatchArray, order: WrittenDate['order'], parts: readonly (string | undefined)[]) => {
    const [weekday, day, month = '', year] = parts;
    const start = match.index ?? 0;
    dates.push({
      ...{ start, end: start + match[0].length, text: match[0], order },
      weekday:
        weekday === undefined ? null : WEEKDAYS.findIndex((name) => name.startsWith(weekday.toLowerCase().slice(0, 3))),
      day: Number(day),
      month: order === 'iso' ? Number(month) : monthNumber(month),
      year: year === undefined ? null : Number(year),
      monthForm: order === 'iso' ? null : monthFormOf(month),
    });
  };
  for (const match of copy.text.matchAll(MONTH_FIRST))
    add(match, 'monthFirst', [match[1], match[3], match[2], match[4]]);
  for (const match of copy.text.matchAll(DAY_FIRST)) {
    // “on March 5 April was still away”: the day belongs to the month before it.
    const isTaken = dates.some((date) => date.end > match.index && date.start < match.index + match[0].length);
    if (!isTaken) add(match, 'dayFirst', [match[1], match[2], match[3], match[4]]);
  }
  for (const match of copy.text.matchAll(ISO)) add(match, 'iso', [undefined, match[3], match[2], match[1]]);
  return dates.sort((a, b) => a.start - b.start);
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function monthFormOf(name: string): WrittenDate['monthForm'] {
  // March to July are written out by the houses that shorten the others.
  if (/^(?:March|April|May|June|July)$/i.test(name)) return null;
  return MONTHS.includes(name.toLowerCase()) ? 'full' : 'short';
}

/** Days in a month; of February in a year not given, 29. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The weekday of a date, 0 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** `Sunday` for 0. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function isSameDay(date: WrittenDate, year: number, month: number, day: number): boolean {
  return date.year === year && date.month === month && date.day === day;
}
