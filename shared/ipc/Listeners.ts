type Listener = (data: unknown) => void;

/** Who listens to which event. Optionally keeps what came before anybody listened, for the first who does. */
export class Listeners {
  readonly #byName = new Map<string, Set<Listener>>();
  readonly #kept = new Map<string, unknown[]>();

  /** `keep`: how many unheard events of each name wait for a first listener. */
  constructor(private readonly keep = 0) {}

  /** Calls `listener` for each `name` from now on, first for those that waited; until the returned function is called. */
  on(name: string, listener: Listener): () => void {
    const set = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, set);
    // The same function may listen twice; each call gets its own place and its own way out.
    const own: Listener = (data) => listener(data);
    set.add(own);
    const waiting = this.#kept.get(name) ?? [];
    this.#kept.delete(name);
    for (const data of waiting) own(data);
    return () => set.delete(own);
  }

  /** Tells everyone who listens to `name`; true if anyone did. */
  emit(name: string, data: unknown): boolean {
    const set = this.#byName.get(name);
    if (set && set.size > 0) {
      for (const listener of [...set]) listener(data);
      return true;
    }
    if (this.keep > 0) this.#kept.set(name, [...(this.#kept.get(name) ?? []), data].slice(-this.keep));
    return false;
  }
}
