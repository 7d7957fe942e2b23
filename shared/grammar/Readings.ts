import type { GrammarDialect, GrammarNote, GrammarQuery } from './Grammarian.ts';

/**
 * What the grammar engine said so far. Checks ask it without waiting: a text that has not been read has nothing to say, and is
 * remembered until somebody has it read. Each text is read once.
 */
export class Readings {
  readonly #notes = new Map<GrammarDialect, Map<string, readonly GrammarNote[]>>();
  readonly #wanted = new Map<GrammarDialect, Set<string>>();

  notes(dialect: GrammarDialect, text: string): readonly GrammarNote[] {
    const known = this.#notes.get(dialect)?.get(text);
    if (known) return known;
    const wanted = this.#wanted.get(dialect) ?? new Set();
    this.#wanted.set(dialect, wanted.add(text));
    return [];
  }

  /** What was asked for and is not known yet; it is not wanted again until it is asked for again. */
  takeWanted(): GrammarQuery[] {
    const wanted = Array.from(this.#wanted, ([dialect, texts]) => ({ dialect, texts: [...texts] }));
    this.#wanted.clear();
    return wanted;
  }

  learn({ dialect, texts }: GrammarQuery, notes: readonly (readonly GrammarNote[])[]): void {
    const known = this.#notes.get(dialect) ?? new Map<string, readonly GrammarNote[]>();
    this.#notes.set(dialect, known);
    texts.forEach((text, index) => known.set(text, notes[index] ?? []));
  }
}
