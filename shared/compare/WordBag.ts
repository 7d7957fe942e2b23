import { splitTokens } from './tokens.ts';

/** How often each word comes in a text: enough to tell how alike two texts are without comparing them word by word. */
export class WordBag {
  readonly #counts = new Map<string, number>();
  #size = 0;

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.#add(word, 1);
  }

  static of(text: string): WordBag {
    const tokens = splitTokens(text === '' ? [] : [{ type: 'text', text }]);
    return new WordBag(tokens.flatMap((token) => (token.kind === 'word' ? token.text : [])));
  }

  get size(): number {
    return this.#size;
  }

  #add(word: string, times: number): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + times);
    this.#size += times;
  }

  /** How many words the two have in common. */
  shared(other: WordBag): number {
    let shared = 0;
    for (const [word, times] of this.#counts) shared += Math.min(times, other.#counts.get(word) ?? 0);
    return shared;
  }

  /** What is left without the other's words. */
  without(other: WordBag): WordBag {
    const left = new WordBag();
    for (const [word, times] of this.#counts) {
      const more = times - (other.#counts.get(word) ?? 0);
      if (more > 0) left.#add(word, more);
    }
    return left;
  }

  /** From 0, nothing in common, to 1, the same words. */
  likeness(other: WordBag): number {
    const size = this.#size + other.#size;
    return size === 0 ? 0 : (2 * this.shared(other)) / size;
  }
}
