import { foldText } from './foldText.ts';

/** Scripts written without spaces: each character counts as a word, so that any two of them can be found. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** The Arabic article, alone or after a one-letter conjunction or preposition: the word behind it is what people look for. */
const ARABIC_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/u;
const LONGEST = 40;

function foldedWords(text: string): string[] {
  const words = foldText(text).match(WORD) ?? [];
  return words.map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word));
}

/** The words of a query, folded, in order; Arabic ones without their article, as every text can be found by them. */
export function searchWords(text: string): string[] {
  return foldedWords(text).map((word) => word.replace(ARABIC_ARTICLE, ''));
}

/** The words a text can be found by: each once, Arabic ones also without their article. */
export function indexWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of foldedWords(text)) {
    found.add(word);
    found.add(word.replace(ARABIC_ARTICLE, ''));
  }
  return found;
}
