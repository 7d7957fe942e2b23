import type { WordQuery } from './Proofreader.ts';
import type { SpellingLanguage } from './spellingLanguages.ts';

/**
 * What the dictionaries said so far. Checks ask it without waiting: what has not been looked up counts as right, and is
 * remembered until somebody has looked it up. Each word of a language is looked up once.
 */
export class Proofs {
  readonly #isUnknown = new Map<SpellingLanguage, Map<string, boolean>>();
  readonly #wanted = new Map<SpellingLanguage, Set<string>>();

  /** Whether no dictionary of the language has the word. */
  isUnknown(language: SpellingLanguage, word: string): boolean {
    const answer = this.#isUnknown.get(language)?.get(word);
    if (answer !== undefined) return answer;
    const wanted = this.#wanted.get(language);
    if (wanted) wanted.add(word);
    else this.#wanted.set(language, new Set([word]));
    return false;
  }

  /** What was asked for and is not known yet; it is not wanted again until it is asked for again. */
  takeWanted(): WordQuery[] {
    const wanted = Array.from(this.#wanted, ([language, words]) => ({ language, words: [...words] }));
    this.#wanted.clear();
    return wanted;
  }

  learn({ language, words }: WordQuery, unknown: readonly string[]): void {
    const answers = this.#isUnknown.get(language) ?? new Map<string, boolean>();
    this.#isUnknown.set(language, answers);
    for (const word of words) answers.set(word, false);
    for (const word of unknown) answers.set(word, true);
  }
}
