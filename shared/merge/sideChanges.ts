import type { Block } from '../story/block.ts';
import { blankFields } from '../story/fields.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import type { FieldName } from '../story/review.ts';
import type { MergedContent } from './mergeStories.ts';
import { moved } from './mergeOrder.ts';
import { same } from './threeWay.ts';

/** Something one side did to a story since the base. */
export type SideChange =
  | { readonly kind: 'field'; readonly field: FieldName }
  | {
      readonly kind: 'changed' | 'added' | 'removed' | 'moved';
      readonly blockId: BlockId;
      readonly type: Block['type'];
      /** The words it has now, or had. */
      readonly words: string;
    };

/** What became of `base` on one side, field by field and block by block, in reading order. */
export function sideChanges(base: MergedContent, side: MergedContent): SideChange[] {
  const names = Object.keys({ ...blankFields(), ...base.fields, ...side.fields }) as FieldName[];
  const fields = names.filter((field) => !same(base.fields[field], side.fields[field]));
  const before = new Map(base.blocks.map((block) => [block.id, block]));
  const now = new Set(side.blocks.map(({ id }) => id));
  const elsewhere = moved([...before.keys()], [...now]);
  const tell = (kind: 'changed' | 'added' | 'removed' | 'moved', block: Block): SideChange => ({
    ...{ kind, blockId: block.id, type: block.type, words: blockText(block) },
  });
  return [
    ...fields.map((field): SideChange => ({ kind: 'field', field })),
    ...side.blocks.flatMap((block) => {
      const was = before.get(block.id);
      if (!was) return [tell('added', block)];
      const changed = same(was, block) ? [] : [tell('changed', block)];
      return elsewhere.has(block.id) ? [...changed, tell('moved', block)] : changed;
    }),
    ...base.blocks.filter(({ id }) => !now.has(id)).map((block) => tell('removed', block)),
  ];
}
