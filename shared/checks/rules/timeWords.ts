import { isBody, type CopyText } from '../CopyText.ts';
import { baseLanguage } from '../baseLanguage.ts';
import { FOREIGN_DAY_NAMES } from '../foreignDates.ts';
import { storyRule, type Rule } from '../rule.ts';

/** Words that mean another day to every reader. */
const TIME_WORDS =
  /\b(?:today|yesterday|tomorrow|tonight|recently|recent|currently|nowadays|(?:this|last|next) (?:week|month|year|weekend|spring|summer|autumn|fall|winter)|(?:over |in |during |for )?the (?:past|last) (?:few |several |couple of |two |three |four |five |six |seven |eight |nine |ten |\d+ )?(?:days?|weeks?|months?|years?)|current)\b/gi;
/** `current and former officials`, `the current account`, `recent history`: no time of the story's. */
const NO_TIME =
  /^(?:current (?:and|or) former|current affairs|current account|current events|recent (?:history|memory))\b/iu;
/** Said by somebody they mean their own day, or just “nowadays”; no desk would write a date into a quotation. */
const DAY_WORDS = /^(?:today|yesterday|tomorrow|tonight|nowadays)$/iu;
const DATED =
  /\b(?:1[89]|20)\d\d\b|\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May \d|\d May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)) ?\d{0,2}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bsince\b/u;

/** The same in Arabic and Hebrew; what also means “the day” or “nowadays” (اليوم, היום) is left out. */
const FOREIGN_TIME_WORDS: Readonly<Record<string, RegExp>> = {
  ar: /(?<!\p{L})(?:أمس|غد\u064b?ا\u064b?|مؤخر\u064b?ا\u064b?|الليلة الماضية|(?:الأسبوع|الشهر|العام) (?:الماضي|المقبل|القادم)|السنة (?:الماضية|المقبلة|القادمة))(?!\p{L})/gu,
  he: /(?<!\p{L})(?:אתמול|אמש|מחר|לאחרונה|ב(?:שבוע|חודש) (?:שעבר|הבא)|בשנה (?:שעברה|הבאה))(?!\p{L})/gu,
};
const FOREIGN_DATED = /(?<!\p{N})(?:1[89]|20|١٩|٢٠)\p{Nd}\p{Nd}(?!\p{N})|(?<!\p{L})(?:منذ|מאז)(?!\p{L})/u;
const FOREIGN_CALENDAR = /^(?:الأسبوع|الشهر|العام|السنة|בשבוע|בחודש|בשנה)/u;

function foreignTimeWords(copy: CopyText): TimeWord[] {
  const language = baseLanguage(copy.language);
  const words = FOREIGN_TIME_WORDS[language];
  if (!words) return [];
  return Array.from(copy.text.matchAll(words), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ start }) => {
    const { start: from, end } = copy.sentenceAt(start);
    const sentence = copy.text.slice(from, end);
    return !copy.isQuoted(start) && !FOREIGN_DATED.test(sentence) && !FOREIGN_DAY_NAMES.get(language)?.test(sentence);
  });
}

function isDated(copy: CopyText, start: number): boolean {
  const sentence = copy.sentenceAt(start);
  return DATED.test(copy.text.slice(sentence.start, sentence.end));
}

interface TimeWord {
  readonly start: number;
  readonly end: number;
}

/** Counts from a day or a year that the story names: `last week` in a story of “14 May 2025”, `last year` in one of 2025. */
const CALENDAR_DAY = /^(?:this|last|next) (?:week|month|weekend)$/iu;
const CALENDAR_YEAR = /^(?:this|last|next) (?:year|spring|summer|autumn|fall|winter)$/iu;
const DAY_WITH_YEAR = /\p{Lu}\p{L}{2,8}\.? (?:\d{1,2},? )?20\d\d\b/u;
const YEAR = /\b20\d\d\b/u;

/** Time that is told from where the writer stood. */
export const TIME_WORD_RULES: readonly Rule[] = [
  storyRule<TimeWord>({
    id: 'time-word-undated',
    level: 'note',
    title: 'Time without a date',
    why: 'A story is read days and years later: “recently” and “the past six months” need a date to count from.',
    gather: (copy) => {
      if (!(isBody(copy) || copy.kind === 'caption' || copy.kind === 'deck')) return [];
      if (!copy.isEnglish) return foreignTimeWords(copy);
      return Array.from(copy.text.matchAll(TIME_WORDS), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
      })).filter(({ start, end }) => {
        if (NO_TIME.test(copy.text.slice(start)) || isDated(copy, start)) return false;
        return !(DAY_WORDS.test(copy.text.slice(start, end)) && (copy.kind === 'quote' || copy.isQuoted(start)));
      });
    },
    judge: (sightings, { texts }) => {
      const names = (date: RegExp) => texts.some(({ text }) => date.test(text));
      const [hasDay, hasYear] = sightings.length > 0 ? [names(DAY_WITH_YEAR), names(YEAR)] : [false, false];
      return sightings.flatMap(({ copy, fact: { start, end } }) => {
        const word = copy.text.slice(start, end);
        if (hasYear && FOREIGN_CALENDAR.test(word)) return [];
        if ((hasDay && CALENDAR_DAY.test(word)) || (hasYear && CALENDAR_YEAR.test(word))) return [];
        return [{ copy, start, end, message: `“${word}” has no date to count from.` }];
      });
    },
  }),
];
