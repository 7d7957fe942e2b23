import { baseLanguage } from './baseLanguage.ts';
import type { WrittenDate } from './writtenDate.ts';

/** How a language that puts the day first writes its dates. */
interface DateLanguage {
  /** Sunday first; each as it may be spelt. */
  readonly weekdays: readonly string[];
  /** January first. */
  readonly months: readonly string[];
  /** Named groups: `weekday`, `day`, `month`, `also` (the month by its other name), `year`. */
  readonly pattern: RegExp;
}

const FRENCH_WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const FRENCH_MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];

const ARABIC_WEEKDAYS = [
  'الأحد|الاحد',
  'الاثنين|الإثنين',
  'الثلاثاء',
  'الأربعاء|الاربعاء',
  'الخميس',
  'الجمعة',
  'السبت',
];
/** As they are called on the Nile and the Gulf, in the Maghreb, and in the Levant and Iraq. */
const ARABIC_MONTHS = [
  ...['يناير|جانفي|كانون الثاني', 'فبراير|فيفري|شباط', 'مارس|آذار|اذار', 'أبريل|ابريل|إبريل|أفريل|نيسان'],
  ...['مايو|ماي|أيار|ايار', 'يونيو|يونيه|جوان|حزيران', 'يوليو|يوليه|جويلية|يوليوز|تموز', 'أغسطس|اغسطس|أوت|غشت|آب'],
  ...['سبتمبر|شتنبر|أيلول|ايلول', 'أكتوبر|اكتوبر|تشرين الأول', 'نوفمبر|نونبر|تشرين الثاني', 'ديسمبر|دجنبر|كانون الأول'],
];

const HEBREW_WEEKDAYS = [
  "יום (?:ראשון|א['׳])",
  "יום (?:שני|ב['׳])",
  "יום (?:שלישי|ג['׳])",
  "יום (?:רביעי|ד['׳])",
  "יום (?:חמישי|ה['׳])",
  "יום (?:שישי|ו['׳])",
  '(?:יום )?שבת',
];
const HEBREW_MONTHS = [
  ...['ינואר', 'פברואר', 'מרץ|מרס|מארס', 'אפריל', 'מאי', 'יוני'],
  ...['יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'],
];

const any = (names: readonly string[]) => names.join('|');
const DIGIT = '[0-9٠-٩۰-۹]';

const LANGUAGES: Readonly<Record<string, DateLanguage>> = {
  fr: {
    weekdays: FRENCH_WEEKDAYS,
    months: FRENCH_MONTHS,
    pattern: new RegExp(
      `(?<!\\p{L})(?:(?<weekday>${any(FRENCH_WEEKDAYS)}),?\\s+(?:le\\s+)?)?(?<!\\d)(?<day>\\d{1,2})(?:er)?\\s+(?<month>${any(FRENCH_MONTHS)})(?<also>)(?!\\p{L})(?:\\s+(?<year>\\d{4})\\b)?`,
      'giu',
    ),
  },
  // الثلاثاء 31 آب/أغسطس 2021, الثلاثاء الماضي (٣١ أغسطس), 31 من أغسطس عام 2021
  ar: {
    weekdays: ARABIC_WEEKDAYS,
    months: ARABIC_MONTHS,
    pattern: new RegExp(
      `(?:(?<!\\p{L})(?<weekday>${any(ARABIC_WEEKDAYS)})(?:\\s+(?:الماضي|الماضية|المقبل|المقبلة|القادم|القادمة|الموافق))?[،,]?\\s+(?:في\\s+)?\\(?)?(?<!${DIGIT}|${DIGIT}[-–—.,٫/])(?<day>${DIGIT}{1,2})\\s+(?:من\\s+)?(?:شهر\\s+)?(?<month>${any(ARABIC_MONTHS)})(?:\\s*[/(]\\s*(?<also>${any(ARABIC_MONTHS)})\\)?)?(?!\\p{L})(?:[،,]?\\s+(?:من\\s+)?(?:عام\\s+|سنة\\s+|العام\\s+)?(?<year>${DIGIT}{4})(?!${DIGIT}))?`,
      'gu',
    ),
  },
  // ביום שלישי, 31 באוגוסט 2021; ב־31 באוגוסט; יום ג' (31.8.2021). The eve of a Sabbath is a Friday.
  he: {
    weekdays: HEBREW_WEEKDAYS,
    months: HEBREW_MONTHS,
    pattern: new RegExp(
      `(?:(?<!\\p{L}{2})(?<!(?:ערב|ליל)\\s)(?<=^|[^\\p{L}]|[בהומלש])(?<weekday>${any(HEBREW_WEEKDAYS)})[,]?\\s+\\(?(?:[בהל][-־–]?)?)?(?<!\\d|\\d[-–—.,/])(?<day>\\d{1,2})(?:\\s+ב?[-־]?(?<month>${any(HEBREW_MONTHS)})(?<also>)(?!\\p{L})(?:,?\\s+(?<year>\\d{4})(?!\\d))?|\\.(?<number>\\d{1,2})\\.(?<yearOf>(?:19|20)\\d\\d)(?!\\d))`,
      'gu',
    ),
  },
};

/** A weekday or a month, by the language whose texts name it. */
export const FOREIGN_DAY_NAMES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(LANGUAGES).map(([language, { weekdays, months }]) => {
    // One-letter prefixes are written onto them: والثلاثاء, באוגוסט.
    return [language, new RegExp(`(?<!\\p{L}{2})\\p{L}?(?:${any([...weekdays, ...months])})(?!\\p{L})`, 'iu')];
  }),
);

/** The days a French, Arabic or Hebrew text names with their month, in order; none in another language. */
export function findForeignDates(text: string, language: string): WrittenDate[] {
  const known = LANGUAGES[baseLanguage(language)];
  if (!known) return [];
  return Array.from(text.matchAll(known.pattern)).flatMap((match): WrittenDate[] => {
    const { weekday, day = '', month = '', also = '', year, number, yearOf } = match.groups ?? {};
    const monthNumber = number === undefined ? placeOf(month, known.months) + 1 : Number(number);
    // Two names that are two months say nothing for sure, nor does a month behind the twelfth: the day may stand behind it.
    const isUnclear = also !== '' && placeOf(also, known.months) + 1 !== monthNumber;
    if (isUnclear || (number !== undefined && monthNumber > 12)) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const writtenYear = year ?? yearOf;
    return [
      {
        ...{ start, end, text: match[0], order: 'dayFirst', monthForm: null },
        weekday: weekday === undefined ? null : placeOf(weekday, known.weekdays),
        day: valueOf(day),
        month: monthNumber,
        year: writtenYear === undefined ? null : valueOf(writtenYear),
      },
    ];
  });
}

function placeOf(name: string, names: readonly string[]): number {
  return names.findIndex((spellings) => new RegExp(`^(?:${spellings})$`, 'iu').test(name));
}

/** Digits of Arabic and Persian count as ours. */
function valueOf(digits: string): number {
  return Number(digits.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)));
}
