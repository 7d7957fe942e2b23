import { canonicalJson } from '../story/canonicalJson.ts';
import { same, stretches } from './stretches.ts';

/**
 * Three-way merge of rows that have no names: what was changed, put in or taken out at different places all stands; the same
 * rows changed on both sides are settled one by one by `settle`, where each side has as many of them as before. Null where
 * that fails, or where `settle` says null.
 */
export function mergeRows<Row>(
  base: readonly Row[],
  one: readonly Row[],
  other: readonly Row[],
  settle: (base: Row, one: Row, other: Row) => Row | null,
): Row[] | null {
  const rows = new Map<string, Row>();
  const named = (list: readonly Row[]) =>
    list.map((row) => {
      const name = `.${canonicalJson(row)}`;
      rows.set(name, row);
      return name;
    });
  const merged: Row[] = [];
  const put = (names: readonly string[]): void => {
    for (const name of names) {
      const row = rows.get(name);
      if (row !== undefined) merged.push(row);
    }
  };
  for (const { was, ours, theirs } of stretches(named(base), named(one), named(other))) {
    if (same(ours, theirs) || same(theirs, was)) put(ours);
    else if (same(ours, was)) put(theirs);
    else if (was.length === 0) {
      put(ours);
      put(theirs.filter((name) => !ours.includes(name)));
    } else if (ours.length === was.length && theirs.length === was.length)
      for (const [at, name] of was.entries()) {
        const [before, mine, their] = [rows.get(name), rows.get(ours[at] ?? ''), rows.get(theirs[at] ?? '')];
        const row = before && mine && their && settle(before, mine, their);
        if (!row) return null;
        merged.push(row);
      }
    else return null;
  }
  return merged;
}
