/** A number of something. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  /** What is counted, one name for all its forms: `year`, `dead`, `percent`. */
  readonly unit: string;
}

const ONES: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
};
const TENS: Readonly<Record<string, number>> = {
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};
const SCALES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9 };

/** Forms of one thing counted, by its name. */
const UNITS: Readonly<Record<string, string>> = {
  second: 'seconds?',
  minute: 'minutes?',
  hour: 'hours?',
  day: 'days?',
  week: 'weeks?',
  month: 'months?',
  year: 'years?',
  decade: 'decades?',
  century: 'century|centuries',
  percent: 'percent|per cent|%|percentage points?',
  kilometre: 'kilomet(?:er|re)s?|km',
  mile: 'miles?',
  dead: 'dead|deaths?|killed|fatalities',
  injured: 'injured|wounded|hurt|injuries',
  missing: 'missing',
  arrested: 'arrested|detained|arrests|detainees',
  hostage: 'hostages?|captives?',
  displaced: 'displaced',
};
const COUNTED =
  'people|persons?|men|women|children|civilians?|soldiers?|troops|officers?|others|refugees|residents?|villagers|workers|students|protesters';

/**
 * Letters and digits by range, for patterns in which capitals are no matter: Unicode's classes take longer to make ready than a whole
 * story to read.
 */
export const WORD_CHAR = 'A-Za-z0-9\\u00c0-\\u024f\\u1e00-\\u1eff';

const NUMBER_WORD = [...Object.keys(ONES), ...Object.keys(TENS), ...Object.keys(SCALES)].join('|');
const HALF = '(?:[\\s-]+and[\\s-]+a[\\s-]+(half|quarter))?';
/** Figures or words: figures, their scale, words, and a half or a quarter are its groups. */
export const NUMBER_PATTERN = `(?:(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)([\\s-]+(?:hundred|thousand|million|billion))?|((?:${NUMBER_WORD})(?:[\\s-]+(?:and[\\s-]+)?(?:${NUMBER_WORD}))*))${HALF}`;
const UNIT = Object.entries(UNITS)
  .map(([name, forms]) => `(?<${name}>${forms})`)
  .join('|');
/** `12 killed`, `12 people were killed`, `three-and-a-half years`. */
const NUMBER_FIRST = new RegExp(
  `(?<![${WORD_CHAR}.,$€£-])${NUMBER_PATTERN}(?:[\\s-]+(?:more|other|new))?(?:\\s*(?=%)|[\\s-]+(?:(?:${COUNTED})\\s+(?:(?:was|were|are|is|have been|had been|been|left|remain|reported|confirmed)\\s+)?)?)(?:${UNIT})(?![${WORD_CHAR}])`,
  'gi',
);
/** `killed 12`, `killing at least 12 people`. */
const VERB_FIRST = new RegExp(`\\b(?<dead>kill(?:s|ed|ing))|(?<injured>(?:injur|wound)(?:es|s|ed|ing))\\b`, 'i');
const AFTER_VERB = new RegExp(
  `\\b(kill(?:s|ed|ing)|(?:injur|wound)(?:es|s|ed|ing))\\s+(?:at least|more than|about|around|some|nearly|up to|over)?\\s*${NUMBER_PATTERN}(?![${WORD_CHAR}%])`,
  'gi',
);

/** `dies at 93`, `who has died aged 93`. */
const AGE = /\b(?:dies|died|dead)(?:,? (?:at(?: the age of)?|aged)) (\d{1,3})\b(?![.,]?\d|%|:)/gi;
/** `beat Boise, 101-99`, `a 45-12 win`: where both sides have ten and more, no other score of the game is likely to be meant. */
const SCORE =
  /(?<![\w.,$€£–-])(\d{2,3})[-–](\d{2,3})(?=[,.;:)”’]?(?:$|\s*[)”’]|\s(?:in|on|over|victory|win|defeat|loss|lead|to|with|after|against|at|and|for|before|when)\b|[,.;:]\s))/gi;

/** The numbers of a text that count something known, in order. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER_FIRST)) {
    const value = numberValue(match.slice(1, 5));
    const unit = Object.entries(match.groups ?? {}).find(([, form]) => form !== undefined)?.[0];
    if (value !== null && unit !== undefined) found.push(quantity(match, value, unit));
  }
  for (const match of text.matchAll(AFTER_VERB)) {
    const value = numberValue(match.slice(2, 6));
    const unit = VERB_FIRST.exec(match[1] ?? '')?.groups?.['dead'] === undefined ? 'injured' : 'dead';
    const isNew = found.every(({ start, end }) => end <= match.index || start >= match.index + match[0].length);
    if (value !== null && isNew) found.push(quantity(match, value, unit));
  }
  for (const match of text.matchAll(AGE)) found.push(quantity(match, Number(match[1]), 'age'));
  for (const match of text.matchAll(SCORE)) {
    // Two numbers as one that differs if either does.
    if (Number(match[1]) >= Number(match[2]))
      found.push(quantity(match, Number(match[1]) * 1000 + Number(match[2]), 'score'));
  }
  return found.sort((a, b) => a.start - b.start);
}

function quantity(match: RegExpExecArray, value: number, unit: string): Quantity {
  return { start: match.index, end: match.index + match[0].length, text: match[0], value, unit };
}

/** The value of a number by the groups of its pattern; null if there is none. */
export function numberValue([figures, scale, words, half]: readonly (string | undefined)[]): number | null {
  const part = half === undefined ? 0 : half.toLowerCase() === 'half' ? 0.5 : 0.25;
  if (figures !== undefined) {
    const factor = scale === undefined ? 1 : (SCALES[scale.replace(/[\s-]/g, '').toLowerCase()] ?? 1);
    return Number(figures.replace(/,/g, '')) * factor + part;
  }
  if (words === undefined) return null;
  let total = 0;
  let current = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const scaleValue = SCALES[word];
    if (scaleValue === undefined) current += ONES[word] ?? TENS[word] ?? 0;
    else if (scaleValue === 100) current = (current || 1) * 100;
    else {
      total += (current || 1) * scaleValue;
      current = 0;
    }
  }
  return total + current + part;
}
