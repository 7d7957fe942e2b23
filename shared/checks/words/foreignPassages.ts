import type { SpellingLanguage } from '../../spelling/spellingLanguages.ts';
import type { CopyText, CopyWord } from '../CopyText.ts';
import { languageDirection } from '../../lang/languageDirection.ts';
import { countSmallWords } from './smallWords.ts';

/** Words in a row of another script than the text's own, in a language that the letters leave no doubt of. */
export interface ForeignPassage {
  readonly start: number;
  readonly end: number;
  readonly language: SpellingLanguage;
}

/** Fewer words in a row are mostly a name or a term, explained beside it. */
const LEAST_WORDS = 6;
/** In Latin letters titles are longer, and addresses stand in a row. */
const LEAST_LATIN_WORDS = 8;

interface Script {
  readonly language: SpellingLanguage;
  readonly letter: RegExp;
  /** A word of nothing but letters of this language, with marks. */
  readonly word: RegExp;
  /** Letters of its script that it does not have: whoever writes them writes another language. */
  readonly others: RegExp;
  /** Whether a language is written in this script, so that its texts need words of their own to be told apart. */
  isWrittenIn(tag: string): boolean;
  readonly least: number;
  /** Whether that many words in a row are of this language, where letters alone do not tell. */
  isOwn?(words: readonly CopyWord[]): boolean;
}

function isArabicLettered(tag: string): boolean {
  return /^(?:ar|fa|ps|ur|sd|ckb|ug|pnb|prs|ks|ms-Arab|ku-Arab|az-Arab)\b/i.test(tag);
}

const SCRIPTS: readonly Script[] = [
  {
    language: 'ar',
    letter: /\p{Script=Arabic}/u,
    word: /^[\u0621-\u063a\u0640-\u064a\u0671\p{M}\p{Cf}]+$/u,
    others: /(?!\p{M})(?![\u0600-\u063a\u0640-\u064a\u0660-\u066d\u0671])\p{Script=Arabic}/u,
    isWrittenIn: isArabicLettered,
    least: LEAST_WORDS,
  },
  {
    language: 'fa',
    letter: /[پچژگکی]/u,
    word: /^[\u0621-\u063a\u0640-\u064aپچژگکیۀ\p{M}\p{Cf}]+$/u,
    others: /(?!\p{M})(?![\u0600-\u063a\u0640-\u064a\u0660-\u066d\u06d4\u06f0-\u06f9پچژگکیۀ])\p{Script=Arabic}/u,
    isWrittenIn: isArabicLettered,
    least: LEAST_WORDS,
  },
  {
    language: 'he',
    letter: /\p{Script=Hebrew}/u,
    word: /^[\p{Script=Hebrew}\p{M}\p{Cf}"'״׳-]+$/u,
    others: /[װױײ]/u,
    isWrittenIn: (tag) => /^(?:he|iw|yi|ji|lad)\b/i.test(tag),
    least: LEAST_WORDS,
  },
  {
    language: 'en-US',
    letter: /[a-z]/u,
    word: /^(?:[A-Za-z][A-Za-z'’‐‑-]*|\d[\d:.,]*)$/u,
    // An accent may be a name's: the small words tell what language it is.
    others: /(?!)/u,
    isWrittenIn: (tag) => languageDirection(tag) === 'ltr',
    least: LEAST_LATIN_WORDS,
    isOwn: (words) => countSmallWords('en', words) >= Math.max(2, words.length / 6),
  },
];

/**
 * The passages of a text in Arabic, Persian or Hebrew, where the text's own language is written in another script, and those in
 * English, where it is written in Arabic or Hebrew letters.
 */
export function foreignPassages(copy: CopyText): ForeignPassage[] {
  return SCRIPTS.flatMap(({ language, letter, word, others, isWrittenIn, least, isOwn }) => {
    if (!letter.test(copy.text) || isWrittenIn(copy.language) || others.test(copy.text)) return [];
    const passages: ForeignPassage[] = [];
    let from = 0;
    for (let at = 0; at <= copy.words.length; at += 1) {
      const next = copy.words[at];
      if (next && word.test(next.text)) continue;
      const row = copy.words.slice(from, at);
      const [first, last] = [row[0], row.at(-1)];
      if (row.length >= least && first && last && (isOwn?.(row) ?? true))
        passages.push({ start: first.start, end: last.end, language });
      from = at + 1;
    }
    return passages;
  });
}
