import { same } from '../merge/threeWay.ts';
import type { BlockId } from '../story/ids.ts';
import type { EditSide, StoryEdit } from './followEdit.ts';
import { orderOf, type Version } from './versions.ts';

/** What was done to a story, found by comparing it before and after. */
export function editBetween(before: Version, after: Version): StoryEdit {
  const [one, other] = [sideOf(before), sideOf(after)];
  const ids = [...new Set([...one.order, ...other.order])];
  return {
    before: one,
    after: other,
    touched: ids.filter((id) => !same(one.block(id), other.block(id))),
    isMoved: !same(one.order, other.order),
  };
}

function sideOf(version: Version): EditSide {
  const blocks = new Map(version.blocks.map((block) => [block.id, block]));
  return { fields: version.fields, order: orderOf(version), block: (id: BlockId) => blocks.get(id) ?? null };
}
