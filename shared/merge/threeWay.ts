import { canonicalJson } from '../story/canonicalJson.ts';

/** Whether two plain values could not be told apart. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || text(one) === text(other);
}

function text(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

/** What became of one value on two sides; where both changed it, differently, `value` is the first side's. */
export interface Picked<Value> {
  readonly value: Value;
  readonly isClash: boolean;
}

/** The value of the side that changed it. */
export function pick<Value>(base: Value, one: Value, other: Value): Picked<Value> {
  if (same(one, other) || same(base, other)) return { value: one, isClash: false };
  return same(base, one) ? { value: other, isClash: false } : { value: one, isClash: true };
}

/** Terms in their order: those either side added are there, those either side took out are not. */
export function mergeTerms<Term>(base: readonly Term[], one: readonly Term[], other: readonly Term[]): Term[] {
  const { value, isClash } = pick(base, one, other);
  if (!isClash) return [...value];
  const has = (list: readonly Term[], term: Term) => list.some((entry) => same(entry, term));
  const kept = one.filter((term) => has(other, term) || !has(base, term));
  return [...kept, ...other.filter((term) => !has(one, term) && !has(base, term))];
}
