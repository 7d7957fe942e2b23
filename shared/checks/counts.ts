import { NUMBER_PATTERN, numberValue, WORD_CHAR } from './quantities.ts';

/** A number and what it may count: the words behind it, in the singular. */
export interface Count {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  readonly things: ReadonlySet<string>;
  /** What the words before it make of it: a floor, a ceiling, about so many, or just that. */
  readonly bound: 'floor' | 'ceiling' | 'about' | null;
}

const NUMBER = new RegExp(`(?<![${WORD_CHAR}.,:/–-])([$€£]?)${NUMBER_PATTERN}(?![${WORD_CHAR}]|[.,:/–]\\d)`, 'gi');
const FLOOR = /(?:more than|over|at least|no fewer than|no less than|upwards? of|exceed[a-z]*)\s*$/i;
const CEILING = /(?:nearly|almost|up to|fewer than|less than|under|close to|as many as|just short of)\s*$/i;
const ABOUT = /(?:about|around|some|roughly|approximately|estimated)\s*$/i;
/** Where what is counted ends. */
const STOPS = new Set(
  'of in on at by for from to with and or but as than that which who is are was were be been has have had will would the a an it its he she they his her their into out up off over after before since until per'.split(
    ' ',
  ),
);
/** Say nothing of what is counted. */
const VAGUE = new Set(
  'more other others new people person time first last second third later year month week day hour minute ago earlier percent cent killed dead hundred thousand million billion dozen about only another half'.split(
    ' ',
  ),
);
const REACH = 3;
/** How far a floor or ceiling may lie from what it stands for. */
const LOOSE = 1.25;

/** Every number of a text with what stands behind it. */
export function findCounts(text: string): Count[] {
  return Array.from(text.matchAll(NUMBER), (match) => {
    const [whole, currency = ''] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const things = currency === '' ? thingsBehind(text.slice(end, end + 80)) : { names: [currency], end: 0 };
    const before = text.slice(Math.max(0, start - 24), start);
    return {
      ...{ start, end: end + things.end, text: text.slice(start, end + things.end) },
      value: numberValue(match.slice(2, 6)) ?? Number.NaN,
      things: new Set(things.names),
      bound: FLOOR.test(before) ? 'floor' : CEILING.test(before) ? 'ceiling' : ABOUT.test(before) ? 'about' : null,
    };
  });
}

function thingsBehind(behind: string): { readonly names: string[]; readonly end: number } {
  if (behind.startsWith('%')) return { names: ['percent'], end: 1 };
  const names: string[] = [];
  let end = 0;
  for (const match of behind.matchAll(/([ \u00a0-])(\p{L}+(?:['’-]\p{L}+)*)|[^]/gu)) {
    const [whole, , word] = match;
    if (word === undefined || names.length === REACH) break;
    const often = /^ an? (day|week|month|year)\b/u.exec(behind.slice(match.index));
    if (often) return { names: [...names, often[0]], end: match.index + often[0].length };
    if (STOPS.has(word)) break;
    // Names count nothing: 11 Downing Street, April 11.
    if (/^\p{Lu}/u.test(word)) break;
    if (!VAGUE.has(singular(word)) && word.length >= 3 && !word.endsWith('ed')) {
      names.push(singular(word));
      end = match.index + whole.length;
    }
  }
  return { names, end };
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Whether two numbers can be one, said more or less exactly. */
export function canBeSame(a: Count, b: Count): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether a number says of itself that it is not exact, and another lies where it says. */
export function allows({ value, bound }: Pick<Count, 'value' | 'bound'>, other: number): boolean {
  // Nobody says “more than 600” of 900.
  if (bound === 'floor' && other > value && other <= value * LOOSE) return true;
  if (bound === 'ceiling' && other < value && value <= other * LOOSE) return true;
  return bound === 'about' && Math.abs(value - other) <= value * 0.1;
}

function isWithin(count: Count, { value: other }: Count): boolean {
  const { value } = count;
  if (value === other || allows(count, other)) return true;
  // 612,000 is 600,000 in a headline, 3.16 is 3.2.
  const [digits = '', fraction = ''] = String(value).split('.');
  const zeros = /0*$/u.exec(digits)?.[0].length ?? 0;
  const step = fraction === '' ? 10 ** zeros : 10 ** -fraction.length;
  if (fraction === '' && zeros === 0 && Number.isInteger(other)) return false;
  return Math.round(other / step) * step === value || Math.abs(Math.round(other / step) * step - value) < step / 1000;
}
