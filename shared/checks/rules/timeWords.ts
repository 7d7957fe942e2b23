import { isBody, type CopyText } from '../CopyText.ts';
import { textRule, type Rule, type Spot } from '../rule.ts';

/** Words that mean another day to every reader. */
const TIME_WORDS =
  /\b(?:today|yesterday|tomorrow|tonight|recently|recent|currently|nowadays|(?:this|last|next) (?:week|month|year|weekend|spring|summer|autumn|fall|winter)|(?:over |in |during |for )?the (?:past|last) (?:few |several |couple of |two |three |four |five |six |seven |eight |nine |ten |\d+ )?(?:days?|weeks?|months?|years?)|current)\b/giu;
/** `current and former officials`, `the current account`, `recent history`: no time of the story's. */
const NO_TIME =
  /^(?:current (?:and|or) former|current affairs|current account|current events|recent (?:history|memory))\b/iu;
/** Said by somebody they mean their own day, or just “nowadays”; no desk would write a date into a quotation. */
const DAY_WORDS = /^(?:today|yesterday|tomorrow|tonight|nowadays)$/iu;
const DATED =
  /\b(?:1[89]|20)\d\d\b|\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May \d|\d May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)) ?\d{0,2}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bsince\b/u;

function isDated(copy: CopyText, start: number): boolean {
  const sentence = copy.sentenceAt(start);
  return DATED.test(copy.text.slice(sentence.start, sentence.end));
}

/** Time that is told from where the writer stood. */
export const TIME_WORD_RULES: readonly Rule[] = [
  textRule({
    id: 'time-word-undated',
    level: 'note',
    title: 'Time without a date',
    why: 'A story is read days and years later: “recently” and “the past six months” need a date to count from.',
    look: (copy): Spot[] => {
      if (!copy.isEnglish || !(isBody(copy) || copy.kind === 'caption' || copy.kind === 'deck')) return [];
      const found: Spot[] = [];
      for (const match of copy.text.matchAll(TIME_WORDS)) {
        const start = match.index;
        if (NO_TIME.test(copy.text.slice(start)) || isDated(copy, start)) continue;
        if (DAY_WORDS.test(match[0]) && (copy.kind === 'quote' || copy.isQuoted(start))) continue;
        const message = `“${match[0]}” has no date to count from.`;
        found.push({ start, end: start + match[0].length, message });
      }
      return found;
    },
  }),
];
