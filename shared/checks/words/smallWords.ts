import type { CopyWord } from '../CopyText.ts';

/**
 * The small words that every sentence of a language has, and no other language here (as far as its spelling goes): two of them
 * close together tell what is spoken. Words that English has too are left out of the others.
 */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    'the and of to is was were that with for are this have has had it from by be been which they their would you we not',
  ),
  fr: set(
    'le les des du une est sont nous vous pas que qui dans pour avec sur cette ces et au aux il elle je ne mais où qu’ n’ c’ j’ l’ d’',
  ),
  es: set('el los las una por para que del es está son muy pero como más nos esta este hay y'),
  pt: set('uma não dos das em que mais são foi pelo pela você os é'),
  it: set('il gli che di è sono della nel una più anche dei delle questo'),
  de: set('der das und ist nicht ein eine mit von zu auf für dem den sich wir ich auch sind'),
  tr: set('ve bir bu için ile çok daha olan değil'),
  ur: set('hai hain ka ki ke ko mein aur nahi nahin hum se kya yeh'),
  ar: set('fi ila wa wal ala ya ma huwa hiya inna'),
};
/** How far around a word others tell its language. */
const NEAR = 6;
const LEAST = 2;

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** How many of these words are small words of a language; capitals are no matter. */
export function countSmallWords(language: string, words: readonly CopyWord[]): number {
  return words.filter(({ text }) => SMALL_WORDS[language]?.has(text.toLowerCase())).length;
}

/**
 * The words of a text in Latin letters that stand among small words of another language than its own: quoted as they were said.
 * `el` and `la` inside names have company of their own kind seldom.
 */
export function wordsAmongForeign(own: string, words: readonly CopyWord[]): ReadonlySet<CopyWord> {
  const among = new Set<CopyWord>();
  // French writes some of them onto the next word: qu’il, l’accord.
  const texts = words.map(({ text }) =>
    /['’]/.test(text) ? text.replace(/^(qu|[ncjld])['’]\p{Ll}{2,}$/u, '$1’') : text,
  );
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    if (language === own) continue;
    const at = texts.flatMap((word, i) => (small.has(word) && SMALL_WORDS[own]?.has(word) !== true ? [i] : []));
    if (at.length < LEAST) continue;
    for (const [i, word] of words.entries()) {
      if (at.filter((hit) => Math.abs(hit - i) <= NEAR).length >= LEAST) among.add(word);
    }
  }
  return among;
}
