/** Vowel points, the stretching of Arabic letters, and what is not seen: written or left out, the word is the same. */
const OPTIONAL = /[\p{Mn}\p{Cf}\u0640]/gu;

/** A word as dictionaries write it: composed letters, a straight apostrophe, nothing that may be left out. */
export function dictionaryForm(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[‘’ʼ׳]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(OPTIONAL, '');
}
