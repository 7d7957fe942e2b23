/** Letters that no normalisation form takes apart, and what readers type for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ƒ: 'f',
  ς: 'σ',
  // Arabic, Persian, Urdu, Pashto: one letter, many keyboards. Hamza carriers fall apart in NFKD and lose theirs.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ګ: 'گ',
  ة: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ں: 'ن',
  // Hebrew: a word half typed has no final form yet.
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Apostrophes and their kin, Hebrew geresh and gershayim, ayn and hamza of transliteration: dropped inside words. */
const APOSTROPHES = /['’‘‛`´ʹʻʼʽʾʿˈ՚׳״＇]/gu;
/** ASCII quotation mark typed for a gershayim. */
const TYPED_GERSHAYIM = /(?<=[א-ת])"(?=[א-ת])/gu;
/** Marks above and below letters; those of Indic scripts are vowels and stay. Tatweel, bare hamza, joiners, bidi controls. */
const MARKS = /(?![\u0900-\u109f])\p{Mn}|[\u0640\u0621]|\p{Cf}/gu;
const DIGITS = /[٠-٩۰-۹]/gu;

/**
 * Text as searches compare it: no case, accents, harakat, niqqud, tatweel, apostrophes or invisible characters, and one
 * form of each letter that keyboards spell in several ways. Never shown to anybody; folding twice changes nothing.
 */
export function foldText(text: string): string {
  // Plain ASCII is most of most text, and needs none of it.
  if (/^[\x00-\x7f]*$/.test(text)) return text.replace(/['`]/g, '').toLowerCase();
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(TYPED_GERSHAYIM, '')
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}
