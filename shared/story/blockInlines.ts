import type { Block, ListItem } from './block.ts';
import type { Inline } from './inline.ts';

/** The words of a block wherever they stand in it: its own, its caption, its items, its cells. */
export function blockInlines(block: Block): readonly Inline[] {
  const all: Inline[] = [];
  mapInlines(block, (content) => {
    all.push(...content);
    return [...content];
  });
  return all;
}

/** A block with all its words changed, place by place. */
export function mapInlines(block: Block, change: (content: readonly Inline[]) => Inline[]): Block {
  const items = (list: readonly ListItem[]): ListItem[] =>
    list.map((item) => ({
      content: change(item.content),
      ...(item.list && { list: { ...item.list, items: items(item.list.items) } }),
    }));
  switch (block.type) {
    case 'separator':
      return block;
    case 'figure':
      return { ...block, caption: change(block.caption) };
    case 'list':
      return { ...block, items: items(block.items) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: change(cell.content) }))),
      };
    default:
      return { ...block, content: change(block.content) };
  }
}
