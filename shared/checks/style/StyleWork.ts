/** Steps that all patterns of a style may take in one story: two seconds at most. Three hundred honest ones in 20,000 words need a third. */
const BUDGET = 20_000_000;
/** What those that are left may take once the slowest were turned off, each time. */
const RESPITE = BUDGET / 10;
/** From here on all that are slow are turned off, behind the end all there are. */
const STRICT = BUDGET * 1.3;
const END = BUDGET * 2;

/**
 * What the patterns of a house style cost in one story, text by text. When they have used up what a story is worth, those that took most are
 * turned off for the rest of it. It counts steps, not seconds: the same story gives the same answer on every machine.
 */
export class StyleWork {
  readonly #texts = new Map<string, Map<string, number>>();
  readonly #turnedOff = new Set<string>();
  #spent = 0;
  #allowed = BUDGET;

  /** The terms whose patterns were turned off, the slowest first. */
  get turnedOff(): readonly string[] {
    return [...this.#turnedOff];
  }

  isOff(term: string): boolean {
    return this.#turnedOff.has(term);
  }

  /** A text is read again: what it took before counts no more. */
  begin(key: string): void {
    for (const work of this.#texts.get(key)?.values() ?? []) this.#spent -= work;
    this.#texts.delete(key);
  }

  /** A term's pattern took so many steps in a text. */
  add(key: string, term: string, work: number): void {
    const text = this.#texts.get(key) ?? new Map<string, number>();
    this.#texts.set(key, text.set(term, (text.get(term) ?? 0) + work));
    this.#spent += work;
    if (this.#spent <= this.#allowed) return;
    this.#turnOffSlowest();
    this.#allowed = this.#spent + RESPITE;
  }

  /** Only these texts are left in the story. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of [...this.#texts.keys()]) if (!keys.has(key)) this.begin(key);
  }

  /** Slow is what takes many steps a text, however many texts it came to. */
  #turnOffSlowest(): void {
    const taken = new Map<string, { readonly steps: number; readonly texts: number }>();
    for (const text of this.#texts.values()) {
      for (const [term, work] of text) {
        const { steps, texts } = taken.get(term) ?? { steps: 0, texts: 0 };
        if (!this.isOff(term)) taken.set(term, { steps: steps + work, texts: texts + 1 });
      }
    }
    const slowest = Array.from(taken, ([term, { steps, texts }]) => ({ term, pace: steps / texts }));
    slowest.sort((a, b) => b.pace - a.pace);
    const least = (slowest[0]?.pace ?? 0) / (this.#spent > STRICT ? 5 : 2);
    for (const { term, pace } of slowest) if (pace >= least || this.#spent > END) this.#turnedOff.add(term);
  }
}
