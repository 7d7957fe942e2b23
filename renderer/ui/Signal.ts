import { useSyncExternalStore } from 'react';

/**
 * A value that can be watched: what changes often (save state, word counts, fields) lives in one of these, so that only the
 * few elements that show it are drawn again and the shell stays still while somebody types.
 */
export class Signal<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  /** Sets the value and tells the listeners, unless it is the very same value. */
  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): Value => this.#value;
}

/** The value of a signal, drawing the component again when it changes. */
export function useSignal<Value>(signal: Signal<Value>): Value {
  return useSyncExternalStore(signal.subscribe, signal.read);
}

/**
 * One part of a signal's value. The component is drawn again only when the part changes, so `pick` must return a primitive or
 * something that keeps its identity.
 */
export function useSignalPart<Value, Part>(signal: Signal<Value>, pick: (value: Value) => Part): Part {
  return useSyncExternalStore(signal.subscribe, () => pick(signal.value));
}
