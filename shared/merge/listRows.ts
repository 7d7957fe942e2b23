import type { ListItem } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';

/** An item of a list as a row: how deep it stands, in what kind of list under the items before it, and its words. */
export interface ListRow {
  readonly depth: number;
  /** Of the list under the outermost; null for the outermost itself. */
  readonly kind: 'bulleted' | 'numbered' | null;
  readonly content: readonly Inline[];
}

/** All items of a list in reading order. */
export function listRows(items: readonly ListItem[], depth = 0, kind: ListRow['kind'] = null): ListRow[] {
  return items.flatMap(({ content, list }) => [
    { depth, kind, content },
    ...(list ? listRows(list.items, depth + 1, list.kind) : []),
  ]);
}

/** A list of such rows; a row deeper than its place allows comes as near as it can. */
export function joinRows(rows: readonly ListRow[]): ListItem[] {
  const items: ListItem[] = [];
  const path: ListItem[][] = [items];
  for (const { depth, kind, content } of rows) {
    const level = Math.min(depth, path.length);
    path.length = Math.max(1, Math.min(path.length, level + 1));
    let into = path[level];
    if (!into) {
      const parent = path.at(-1)?.at(-1);
      if (parent) {
        parent.list ??= { kind: kind ?? 'bulleted', items: [] };
        into = parent.list.items;
        path.push(into);
      } else into = items;
    }
    into.push({ content: [...content] });
  }
  return items;
}
