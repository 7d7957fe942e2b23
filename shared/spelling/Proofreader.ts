import type { SpellingLanguage } from './spellingLanguages.ts';

/** Words of one language to be looked up, as dictionaries write them (`dictionaryForm`). */
export interface WordQuery {
  readonly language: SpellingLanguage;
  readonly words: readonly string[];
}

/**
 * Looks words up in the dictionaries that come with Stet. The same words get the same answer for ever; a language whose
 * dictionary is not there has no unknown words.
 */
export interface Proofreader {
  /** Those of the words that no dictionary of the language knows. */
  unknownWords(query: WordQuery): Promise<readonly string[]>;
  /** What may have been meant, the likeliest first; at most eight. */
  suggest(language: SpellingLanguage, word: string): Promise<readonly string[]>;
  /** Has the dictionaries of a language read before anybody asks, where that holds nobody up; left out where it would. */
  prepare?(language: SpellingLanguage): void;
}
