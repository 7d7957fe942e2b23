import { dictionaryForm } from '../../spelling/dictionaryForm.ts';
import { spellingLanguageOf, type SpellingLanguage } from '../../spelling/spellingLanguages.ts';
import type { CopyText } from '../CopyText.ts';
import { foreignPassages } from './foreignPassages.ts';
import { wordsAmongForeign } from './smallWords.ts';

/** A word that ought to be in a dictionary. */
export interface SpellableWord {
  readonly start: number;
  readonly end: number;
  readonly language: SpellingLanguage;
  /** As the dictionary writes it. */
  readonly form: string;
  /** What would make it right if a dictionary had it: the compound it is a part of, or what it is but for its prefix. */
  readonly kin: readonly string[];
  /** In a script without capitals: the word without what is written onto its front. One that comes again may be a name. */
  readonly root: string | null;
  /** Where the passage begins that is in another language than the text; null for a word in the text's own. */
  readonly passage: number | null;
}

/** Addresses, mail, handles, hashtags, file names: spelt as they are spelt. */
const ADDRESSES =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}\p{M}_]+|[\p{L}\p{N}_-]+(?:[._\\][\p{L}\p{N}_-]+)+(?:\/\S*)?/gu;
/** Without one of these in it, a text has no address: looked for first, it is cheap. */
const MAY_BE_ADDRESS = /[@#\\_]|\/\/|[^\s.]\.[^\s.,;:!?…"'’”»)\]]/;
const SIC = /^["”’»)\]]*\s*[[(]sic[\])]/iu;

/**
 * English: dictionaries have few of the words that begin so, and new ones come every day (counterterrorism, cyberattack);
 * shorter ones (in-, un-, re-, over-) are left out, since “untill” is no way to till. Arabic: and, so, by, as, for.
 */
const PREFIXES: Readonly<Record<string, RegExp>> = {
  en: /^(?:anti|bio|counter|cyber|eco|ethno|geo|hyper|macro|mega|micro|mid|mini|multi|neo|non|pseudo|semi|socio|techno|ultra)(?=[a-z]{4})/u,
  ar: /^[وفبكل](?=.{3})/u,
};

/**
 * What trades, goods and people are called by, written onto what they are about (coppersmiths, festivalgoer).
 */
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  en: /(?<=[a-z]{4})(?:smith|maker|goer|holder|worker|keeper|owner|seller|grower|wide|like)s?$/u,
};

const BEFORE_PRONOUN = /ؤ(?=(?:ه|ها|هم|هما|هن|ك|كم|نا|ني)$)/u;

/** What is written onto the front of a word: and, by, the, … */
const FRONTS: Readonly<Record<string, RegExp>> = {
  ar: /^[وف]?[بكل]?(?:ال)?(?=..)/u,
  he: /^[ושהבכלמ]{0,2}(?=..)/u,
  fa: /^/u,
};

/** Behind these stands somebody's name, of two words at most. */
const TITLES: Readonly<Record<string, RegExp>> = {
  he: /(?<!\p{L})[ולבמהש]?(?:ד["״”]ר|פרופ(?:['’׳]|סור)|מר|גב['’׳]|גברת|הרב|השר|השרה|השופטת?|ח["״”]כ|עו["״”]ד|אל["״”]מ|סא["״”]ל)\s+(?:\p{L}+\s+)?$/u,
};
/** A Hebrew word that this ends is shortened: פרופ׳, גב׳. */
const GERESH = /^['’׳]/u;

/** What parts of a word stand between: Persian writes what belongs together with a gap that is no space. */
const JOINTS: Readonly<Record<string, RegExp>> = { fa: /[-‐‑\u200c]/u };
const HYPHEN = /[-‐‑]/u;

/** Letters as Arabic keyboards give them, which Persian writes otherwise; nobody sees the difference. */
function persianForm(form: string): string {
  return form.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  // An accent in an English word marks a foreign one.
  en: /^[a-z]+(?:'[a-z]+)*$/u,
  fr: /^[\p{Script=Latin}]+(?:'\p{Script=Latin}+)*$/u,
  he: /^\p{Script=Hebrew}+$/u,
  ar: /^(?:(?!\p{N})\p{Script=Arabic})+$/u,
  fa: /^(?:(?!\p{N})\p{Script=Arabic})+$/u,
};

/** No word of any language is longer; a dictionary takes seconds over fifty thousand letters. */
const LONGEST = 100;

/** Languages that share their letters with those quoted in them. */
const LATIN = /^(?:en|fr)/u;

/** Parts of compounds that stand in no dictionary alone, and of names: al-Qaida, Abd ul-Haq, ibn Saud. */
const PARTICLES = new Set(
  (
    'anti pre post non pro ex re co multi semi ultra counter inter intra trans sub super pan neo quasi mid self un bi tri mis ' +
    'eco geo socio euro afro indo sino franco anglo russo turco judeo el al ibn bin abd abu umm bint ould oglu zadeh von van der den ' +
    'del della delle dos das ten ter ud ul ur uz us ad ash ath as az din allah'
  ).split(' '),
);

/**
 * The words of a text that ought to be in a dictionary. Left out are names (anything with a capital), abbreviations, numbers,
 * addresses and handles, words marked “[sic]”, words quoted in another language of the same letters, and words of another script
 * than the text's language has, unless they are a passage that leaves no doubt of its language.
 */
export function spellableWords(copy: CopyText): SpellableWord[] {
  const own = spellingLanguageOf(copy.language);
  const passages = foreignPassages(copy);
  if (!own && passages.length === 0) return [];
  const found: SpellableWord[] = [];
  const addresses = MAY_BE_ADDRESS.test(copy.text)
    ? Array.from(copy.text.matchAll(ADDRESSES), ({ index, 0: { length } }) => [index, index + length])
    : [];
  const hasSic = /\bsic\b/i.test(copy.text);
  const foreign = own && LATIN.test(own) ? wordsAmongForeign(own.slice(0, 2), copy.words) : null;
  for (const word of copy.words) {
    const passage = passages.find(({ start, end }) => start <= word.start && word.end <= end) ?? null;
    const language = passage?.language ?? own;
    if (!language || foreign?.has(word)) continue;
    const family = language.slice(0, 2);
    const [script, prefix, suffix, front] = [SCRIPTS[family], PREFIXES[family], SUFFIXES[family], FRONTS[family]];
    const isAddress = addresses.some(([start = 0, end = 0]) => word.start < end && start < word.end);
    if (isAddress || (hasSic && SIC.test(copy.text.slice(word.end, word.end + 12)))) continue;
    const formOf = (text: string) => (family === 'fa' ? persianForm(dictionaryForm(text)) : dictionaryForm(text));
    const isNamed = TITLES[family]?.test(copy.text.slice(Math.max(0, word.start - 40), word.start)) === true;
    if (isNamed || (family === 'he' && GERESH.test(copy.text.slice(word.end)))) continue;
    const parts = word.text.split(JOINTS[family] ?? HYPHEN);
    const whole = parts.length > 1 ? [formOf(word.text)] : [];
    let at = word.start;
    for (const part of parts) {
      const bare = language.startsWith('en') ? part.replace(/['’]s?$/u, '') : part;
      const form = formOf(bare);
      const isWord = form.length >= 3 && form.length <= LONGEST;
      const isSpellable = isWord && form === form.toLowerCase() && script?.test(form) && !PARTICLES.has(form);
      const stems = [prefix, suffix].flatMap((affix) => (affix?.test(form) ? [form.replace(affix, '')] : []));
      // Before a pronoun the hamza changes its seat: يقرأ, يقرؤه.
      if (family === 'ar' && BEFORE_PRONOUN.test(form)) stems.push(form.replace(BEFORE_PRONOUN, 'أ'));
      const kin = [...whole, ...stems];
      if (isSpellable)
        found.push({
          start: at,
          end: at + bare.length,
          language,
          form,
          kin,
          root: front ? form.replace(front, '') : null,
          passage: passage?.start ?? null,
        });
      at += part.length + 1;
    }
  }
  return found;
}
