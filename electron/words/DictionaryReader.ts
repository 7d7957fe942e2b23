import type { Proofreader, WordQuery } from '../../shared/spelling/Proofreader.ts';
import { dictionariesOf, type DictionaryName, type SpellingLanguage } from '../../shared/spelling/spellingLanguages.ts';
import { loadDictionary, type Dictionary } from './loadDictionary.ts';

const MOST_SUGGESTIONS = 8;

/** Looks words up in this thread. A dictionary is read when a word first needs it, and kept. */
export class DictionaryReader implements Proofreader {
  readonly #dictionaries = new Map<DictionaryName, Promise<Dictionary | null>>();

  async unknownWords({ language, words }: WordQuery): Promise<readonly string[]> {
    let unknown = words;
    let isAnyHere = false;
    for (const name of dictionariesOf(language)) {
      if (unknown.length === 0) break;
      const dictionary = await this.#dictionary(name);
      if (!dictionary) continue;
      isAnyHere = true;
      unknown = await dictionary.unknown(unknown);
    }
    return isAnyHere ? unknown : [];
  }

  async suggest(language: SpellingLanguage, word: string): Promise<readonly string[]> {
    for (const name of dictionariesOf(language)) {
      const suggestions = (await (await this.#dictionary(name))?.suggest(word)) ?? [];
      if (suggestions.length > 0) return suggestions.slice(0, MOST_SUGGESTIONS);
    }
    return [];
  }

  /** Reads the dictionaries of a language, those that are asked first before the others. */
  async read(language: SpellingLanguage): Promise<void> {
    for (const name of dictionariesOf(language)) await this.#dictionary(name);
  }

  #dictionary(name: DictionaryName): Promise<Dictionary | null> {
    const known = this.#dictionaries.get(name);
    if (known) return known;
    const loading = loadDictionary(name);
    this.#dictionaries.set(name, loading);
    return loading;
  }
}
