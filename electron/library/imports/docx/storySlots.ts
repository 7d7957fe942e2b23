import {
  blockBookmark,
  DOCUMENT_FIELDS,
  fieldBookmark,
  type BlockPlace,
} from '../../../../shared/export/docx/bookmarks.ts';
import { filledItems } from '../../../../shared/export/filledItems.ts';
import { listRows } from '../../../../shared/merge/listRows.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';

/** What a paragraph of a document is in its story. */
export type StorySlot =
  | { readonly kind: 'field'; readonly field: (typeof DOCUMENT_FIELDS)[number] }
  | { readonly kind: 'block'; readonly id: BlockId; readonly place: BlockPlace | 'content' }
  | { readonly kind: 'item'; readonly id: BlockId; readonly item: number }
  | { readonly kind: 'cell'; readonly id: BlockId; readonly row: number; readonly at: number };

/** Every paragraph a story can have in a document, by the name of its bookmark. */
export function storySlots(blocks: readonly Block[]): Map<string, StorySlot> {
  const slots = new Map<string, StorySlot>();
  for (const field of DOCUMENT_FIELDS) slots.set(fieldBookmark(field), { kind: 'field', field });
  for (const block of blocks) for (const [name, slot] of blockSlots(block)) slots.set(name, slot);
  return slots;
}

function blockSlots(block: Block): (readonly [string, StorySlot])[] {
  const { id } = block;
  const place = (name: BlockPlace) => [blockBookmark(id, name), { kind: 'block', id, place: name }] as const;
  switch (block.type) {
    case 'figure':
      return (['picture', 'note', 'alt', 'caption', 'credit'] as const).map(place);
    case 'list':
      return listRows(filledItems(block.items)).map((_row, item) => [
        blockBookmark(id, `item${item}`),
        { kind: 'item', id, item },
      ]);
    case 'table':
      return block.rows
        .filter((row) => row.length > 0)
        .flatMap((cells, row) =>
          cells.map((_cell, at) => [blockBookmark(id, `cell${row}x${at}`), { kind: 'cell', id, row, at }] as const),
        );
    default:
      return [
        [blockBookmark(id), { kind: 'block', id, place: 'content' }],
        ...(block.type === 'pullQuote' ? [place('attribution')] : []),
      ];
  }
}
