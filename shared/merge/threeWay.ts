/** Whether two plain values could not be told apart; what is undefined is not there. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => same(value, other[index]));
  }
  const keys = definedKeys(one);
  return keys.length === definedKeys(other).length && keys.every((key) => same(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function definedKeys(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
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
