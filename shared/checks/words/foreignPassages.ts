import type { SpellingLanguage } from '../../spelling/spellingLanguages.ts';
import type { CopyText } from '../CopyText.ts';

/** Words in a row of another script than the text's own, in a language that the letters leave no doubt of. */
export interface ForeignPassage {
  readonly start: number;
  readonly end: number;
  readonly language: SpellingLanguage;
}

/** Fewer words in a row are mostly a name or a term, explained beside it. */
const LEAST_WORDS = 6;

interface Script {
  readonly language: SpellingLanguage;
  readonly letter: RegExp;
  /** A word of nothing but letters of this language, with marks. */
  readonly word: RegExp;
  /** Letters of its script that it does not have: whoever writes them writes another language. */
  readonly others: RegExp;
  /** Languages written in this script. */
  readonly writtenIn: RegExp;
}

const ARABIC_LETTERED = /^(?:ar|fa|ps|ur|sd|ckb|ug|pnb|prs|ks|ms-Arab|ku-Arab|az-Arab)\b/i;

const SCRIPTS: readonly Script[] = [
  {
    language: 'ar',
    letter: /\p{Script=Arabic}/u,
    word: /^[\u0621-\u063a\u0640-\u064a\u0671\p{M}\p{Cf}]+$/u,
    others: /(?!\p{M})(?![\u0600-\u063a\u0640-\u064a\u0660-\u066d\u0671])\p{Script=Arabic}/u,
    writtenIn: ARABIC_LETTERED,
  },
  {
    language: 'fa',
    letter: /[پچژگکی]/u,
    word: /^[\u0621-\u063a\u0640-\u064aپچژگکیۀ\p{M}\p{Cf}]+$/u,
    others: /(?!\p{M})(?![\u0600-\u063a\u0640-\u064a\u0660-\u066d\u06d4\u06f0-\u06f9پچژگکیۀ])\p{Script=Arabic}/u,
    writtenIn: ARABIC_LETTERED,
  },
  {
    language: 'he',
    letter: /\p{Script=Hebrew}/u,
    word: /^[\p{Script=Hebrew}\p{M}\p{Cf}"'״׳-]+$/u,
    others: /[װױײ]/u,
    writtenIn: /^(?:he|iw|yi|ji|lad)\b/i,
  },
];

/** The passages of a text in Arabic, Persian or Hebrew, where the text's own language is written in another script. */
export function foreignPassages(copy: CopyText): ForeignPassage[] {
  return SCRIPTS.flatMap(({ language, letter, word, others, writtenIn }) => {
    if (!letter.test(copy.text) || writtenIn.test(copy.language) || others.test(copy.text)) return [];
    const passages: ForeignPassage[] = [];
    let from = 0;
    for (let at = 0; at <= copy.words.length; at += 1) {
      const next = copy.words[at];
      if (next && word.test(next.text)) continue;
      const [first, last] = [copy.words[from], copy.words[at - 1]];
      if (at - from >= LEAST_WORDS && first && last) passages.push({ start: first.start, end: last.end, language });
      from = at + 1;
    }
    return passages;
  });
}
