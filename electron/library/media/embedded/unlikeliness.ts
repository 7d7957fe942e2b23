/** Letters that stand alone as words in languages written with them. */
const WORDS_OF_ONE_LETTER = new Set('àáèéêíóôùúåöøÀÈÉÅÖØÜ');
/** In the tables of Windows or the Macintosh, but hardly in anybody's caption; `ﬁ` and `ﬂ` are what `Þ` and `ß` become. */
const RARE_LETTERS = new Set('ŸƒπΩµıﬁﬂ');
const OPENING = new Set('“‘„‚«‹¿¡');
const CLOSING = new Set('”»›');
const DASHES = new Set('–—…•');
const DEGREES = new Set('°ºª');
const MONEY = new Set('€£¥¢');
const MARKS = new Set('©®™§');

const WORD = /[\p{L}\p{M}]+/gu;
const PLAIN = /^\p{ASCII}*$/u;
/** `word`, `Word` and `WORD`; a mixture comes of an accent read as a capital or the other way round. */
const USUAL_CASE = /^(?:\p{Lu}?[\p{Ll}\p{M}]*|[\p{Lu}\p{M}]+)$/u;
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function wordFlaws(word: string): number {
  if (PLAIN.test(word) || DEGREES.has(word)) return 0;
  const rare = 3 * Array.from(word).filter((letter) => RARE_LETTERS.has(letter)).length;
  if (word.length === 1) return rare + (WORDS_OF_ONE_LETTER.has(word) ? 0 : 2);
  return rare + (USUAL_CASE.test(word) ? 0 : 4);
}

function signFlaws(sign: string, before: string, after: string): number {
  const isInWord = LETTER.test(before) && LETTER.test(after);
  if (OPENING.has(sign)) return LETTER_OR_DIGIT.test(before) ? 3 : 0;
  if (CLOSING.has(sign)) return isInWord ? 3 : 0;
  if (sign === '’') return LETTER_OR_DIGIT.test(before) || LETTER_OR_DIGIT.test(after) ? 0 : 1;
  if (DASHES.has(sign)) return isInWord ? 1 : 0;
  if (DEGREES.has(sign)) return /[\dNn]/.test(before) ? 0 : 2;
  if (MONEY.has(sign)) return LETTER.test(before) || LETTER.test(after) ? 3 : 0;
  if (MARKS.has(sign)) return isInWord ? 4 : 0;
  // A no-break space, and the sign the other table has in its place.
  if (sign === '\u00a0') return 0;
  return 3;
}

/**
 * How badly text reads, 0 for no flaw: it grows with each character that stands where its kind does not. Of two readings of
 * the same bytes the lower one is the likelier to be what was written.
 */
export function unlikeliness(text: string): number {
  let flaws = 0;
  for (const [word] of text.matchAll(WORD)) flaws += wordFlaws(word);
  for (const match of text.matchAll(/[^\p{ASCII}\p{L}\p{M}]|[ºª]/gu)) {
    const { index } = match;
    flaws += signFlaws(match[0], text[index - 1] ?? ' ', text[index + match[0].length] ?? ' ');
  }
  return flaws;
}
