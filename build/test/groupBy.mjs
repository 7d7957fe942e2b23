// Vitest 5 prints failures with Map.groupBy and writes snapshots with Object.groupBy. Node 20 has neither: a failing run would
// end in the printer's crash instead of the failure.

/**
 * @template Item, Key
 * @param {Iterable<Item>} items
 * @param {(item: Item, index: number) => Key} keyOf
 * @returns {Map<Key, Item[]>}
 */
export function groupIntoMap(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

if (!('groupBy' in Map)) Object.defineProperty(Map, 'groupBy', { value: groupIntoMap });
if (!('groupBy' in Object)) {
  /** @param {Iterable<unknown>} items @param {(item: unknown, index: number) => PropertyKey} keyOf */
  const value = (items, keyOf) => Object.fromEntries(groupIntoMap(items, keyOf));
  Object.defineProperty(Object, 'groupBy', { value });
}
