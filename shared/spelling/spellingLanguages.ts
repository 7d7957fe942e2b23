import { languageDirection } from '../lang/languageDirection.ts';

/** The languages words are looked up in, each with the dictionaries that may know a word: the first one suggests. */
const DICTIONARIES_OF = {
  'en-US': ['en-US', 'en-GB'],
  'en-GB': ['en-GB', 'en-US'],
  'en-CA': ['en-CA', 'en-US', 'en-GB'],
  'en-AU': ['en-AU', 'en-GB', 'en-US'],
  fr: ['fr'],
  he: ['he'],
  ar: ['ar'],
  fa: ['fa'],
} as const;

export type SpellingLanguage = keyof typeof DICTIONARIES_OF;
export type DictionaryName = (typeof DICTIONARIES_OF)[SpellingLanguage][number];

export const SPELLING_LANGUAGES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'fr', 'he', 'ar', 'fa'] as const;

/** What the language of each is called in a sentence; a word is looked up in more than one English. */
export const SPELLING_LANGUAGE_NAMES: Readonly<Record<SpellingLanguage, string>> = {
  'en-US': 'English',
  'en-GB': 'English',
  'en-CA': 'English',
  'en-AU': 'English',
  fr: 'French',
  he: 'Hebrew',
  ar: 'Arabic',
  fa: 'Persian',
};

/**
 * The dictionaries a word of a language is looked up in, in order. A word that another English has is no misspelling: which
 * English a story keeps to is a rule of its own.
 */
export function dictionariesOf(language: SpellingLanguage): readonly DictionaryName[] {
  return DICTIONARIES_OF[language];
}

/** Letters that Arabic has not. */
const PERSIAN_LETTER = /[پچژگکی]/u;

/** The language whose dictionary may know a word of a text tagged so: in a passage of another script, that script's own. */
export function spellingLanguageOfWord(word: string, tag: string): SpellingLanguage | null {
  if (/\p{Script=Hebrew}/u.test(word)) return 'he';
  if (/\p{Script=Latin}/u.test(word) && languageDirection(tag) === 'rtl') return 'en-US';
  const own = spellingLanguageOf(tag);
  if (!/\p{Script=Arabic}/u.test(word) || own === 'fa') return own;
  return PERSIAN_LETTER.test(word) ? 'fa' : 'ar';
}

/** Where people write as in Britain, as far as the dictionaries tell. */
const BRITISH = /^en-(?:GB|IE|IN|PK|ZA|NG|KE|GH|UG|TZ|HK|SG|MY|LK|BD|MT|CY)\b/i;
const AUSTRALIAN = /^en-(?:AU|NZ)\b/i;

/** The language whose dictionaries are for words tagged so (BCP 47); null where none comes with Stet. */
export function spellingLanguageOf(tag: string): SpellingLanguage | null {
  if (/^en\b/i.test(tag)) {
    if (BRITISH.test(tag)) return 'en-GB';
    if (AUSTRALIAN.test(tag)) return 'en-AU';
    return /^en-CA\b/i.test(tag) ? 'en-CA' : 'en-US';
  }
  if (/^fr\b/i.test(tag)) return 'fr';
  if (/^ar\b/i.test(tag)) return 'ar';
  // Dari is Persian as it is written in Afghanistan.
  if (/^(?:fa|prs)\b/i.test(tag)) return 'fa';
  return /^(?:he|iw)\b/i.test(tag) ? 'he' : null;
}
