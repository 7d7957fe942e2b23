/** Letters that one language of a script has and its neighbours have not; the first that is found often enough decides. */
const ARABIC_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['ur', /[ٹڈڑںےۓہھ]/gu],
  ['ps', /[ښځڅډړږڼېۍ]/gu],
  ['sd', /[ڄڃڇڊڌڍڏڙڦڪڳڱڻ]/gu],
  ['ckb', /[ڕڵێۆە]/gu],
  ['fa', /[پچژگکی]/gu],
];
/** A letter rarer than this (of all Arabic ones) came with a foreign name. */
const OFTEN = 0.01;

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** Words no text of a few sentences in a language does without, and that its neighbours do not have. */
const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'in', 'that', 'was', 'with', 'for', 'said'],
  fr: ['les', 'des', 'une', 'est', 'dans', 'qui', 'pour', 'avec', 'sur', 'aux'],
  de: ['der', 'die', 'das', 'und', 'ist', 'nicht', 'mit', 'von', 'ein', 'auf'],
  es: ['los', 'las', 'del', 'una', 'por', 'con', 'para', 'está', 'que', 'como'],
  it: ['gli', 'della', 'che', 'sono', 'per', 'nel', 'con', 'una', 'alla', 'dei'],
  pt: ['não', 'uma', 'dos', 'com', 'para', 'são', 'pelo', 'mais', 'ao', 'em'],
  nl: ['het', 'een', 'van', 'niet', 'zijn', 'voor', 'met', 'wordt', 'naar', 'ook'],
  tr: ['bir', 've', 'bu', 'için', 'ile', 'olarak', 'daha', 'çok', 'olan', 'değil'],
  id: ['yang', 'dan', 'dengan', 'untuk', 'dari', 'pada', 'ini', 'itu', 'tidak', 'dalam'],
};
/** Share of all words that must be such words, and how far ahead of English another language must be. */
const ENOUGH = 0.08;
const AHEAD = 1.5;
const MAX_LETTERS = 20_000;

/** The language of a text by its letters, and by its commonest words where many languages share them; `en` if unsure. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, MAX_LETTERS);
  const letters = count(sample, /\p{L}/gu);
  const counts = SCRIPTS.map(([language, script]) => [language, count(sample, script)] as const);
  const [language, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best), ['en', 0] as const);
  // Japanese is written with more Chinese characters than its own.
  if (language === 'zh' && (counts.find(([name]) => name === 'ja')?.[1] ?? 0) > most * 0.1) return 'ja';
  if (most > letters / 2) return refine(language, sample, most);
  return guessLatin(sample);
}

function refine(language: string, sample: string, letters: number): string {
  if (language === 'ar') {
    return ARABIC_LETTERS.find(([, own]) => count(sample, own) > Math.max(2, letters * OFTEN))?.[0] ?? 'ar';
  }
  if (language === 'he') return count(sample, /[ײװױ]/gu) > letters * OFTEN ? 'yi' : 'he';
  if (language === 'ru') return count(sample, /[іїєґ]/giu) > letters * OFTEN ? 'uk' : 'ru';
  return language;
}

function guessLatin(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const share = (language: string) => {
    const common = new Set(COMMON_WORDS[language]);
    return words.filter((word) => common.has(word)).length / Math.max(words.length, 1);
  };
  const english = share('en');
  let best = 'en';
  let most = Math.max(ENOUGH, english * AHEAD);
  for (const language of Object.keys(COMMON_WORDS)) {
    if (share(language) > most) {
      best = language;
      most = share(language);
    }
  }
  return best;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
