/** Vowel points, the stretching of Arabic letters, and what is not seen: written or left out, the word is the same. */
const OPTIONAL = /[\p{Mn}\u0640]|(?!\u200c)\p{Cf}/gu;
/** Between Arabic letters it parts what is written as one word, as Persian does: `می‌رود`. Anywhere else it is not seen. */
const IDLE_JOINER = /(?<!\p{Script=Arabic})\u200c+|\u200c+(?!\p{Script=Arabic})/gu;

/** A word as dictionaries write it: composed letters, a straight apostrophe, nothing that may be left out. */
export function dictionaryForm(word: string): string {
  if (/^[a-zA-Z]*$/.test(word)) return word;
  return word
    .normalize('NFC')
    .replace(/[‘’ʼ׳]/gu, "'")
    .replace(/[‐‑]/gu, '-')
    .replace(OPTIONAL, '')
    .replace(IDLE_JOINER, '');
}
