import { foldText } from '../lang/foldText.ts';

/** One word of a text as pull-quotes are compared: by its key, wherever it stands and however it is punctuated. */
export interface QuoteWord {
  /**
   * The word without what typography adds to it: marks of Arabic and Hebrew, letters that keyboards spell in several ways,
   * tatweel, joiners, the shape of apostrophes.
   */
  readonly key: string;
  /** The key without case, for words that begin a sentence in one place and not in the other. */
  readonly looseKey: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const WORD =
  /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+(?:(?:['’ʼ׳״]|(?<=[א-ת])"(?=[א-ת]))[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+)*/gu;
/** Niqqud and cantillation, harakat and Quranic signs, tatweel, soft hyphens, joiners and bidi controls. */
const MARKS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]|\p{Cf}/gu;
const ARABIC_OR_HEBREW = /[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const APOSTROPHES = /[’ʼ׳]/gu;
const GERSHAYIM = /״/gu;
const QUOTE_MARKS = /["'“”„‟«»‹›‘’‚‛`´״׳]/gu;
const DASHES = /[‐‑‒–—―−־]/gu;

/** The words of a text, in order. */
export function quoteWords(text: string): QuoteWord[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const key = wordKey(match[0]);
    return { key, looseKey: key.toLowerCase(), start: match.index, end: match.index + match[0].length };
  }).filter((word) => word.key !== '');
}

/** Whether two texts have the same words, however they are punctuated. */
export function sameWords(text: string, other: string): boolean {
  const words = quoteWords(text);
  const others = quoteWords(other);
  return words.length === others.length && words.every((word, at) => word.key === others[at]?.key);
}

/** A word as `quoteWords` compares it; punctuation around it is kept. */
export function wordKey(word: string): string {
  // ASCII is most words, and needs none of it.
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  // These scripts have no case, and one letter is typed in several ways: ی and ي, ک and ك, one sign for lam-alef.
  if (ARABIC_OR_HEBREW.test(word)) return foldText(word);
  return word.normalize('NFC').replace(MARKS, '').replace(APOSTROPHES, "'").replace(GERSHAYIM, '"');
}

/** What stands between two words, as far as it changes how they read: no white space, no quote marks, one kind of dash. */
export function gapKey(gap: string): string {
  return gap
    .replace(/\s|\p{Cf}/gu, '')
    .replace(QUOTE_MARKS, '')
    .replace(DASHES, '-')
    .replace(/\.\.\.+/gu, '…');
}

/** Words and punctuation of a chunk for a word diff: quote marks and the shape of dashes do not count. */
export function chunkKey(chunk: string): string {
  return wordKey(chunk).replace(QUOTE_MARKS, '').replace(DASHES, '-');
}
