/** Vowel points, cantillation and the stretching of letters: written or left out, the word is the same. */
const OPTIONAL_MARKS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200c-\u200f]/gu;

/** A word as dictionaries write it: composed letters, a straight apostrophe, no marks that may be left out. */
export function dictionaryForm(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[‘’ʼ׳]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(OPTIONAL_MARKS, '');
}
