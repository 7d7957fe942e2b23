import { alignCuts, type ThreeBodies } from '../merge/alignCuts.ts';
import { mergeBlock } from '../merge/mergeBlock.ts';
import { mergeOrder } from '../merge/mergeOrder.ts';
import { pick, same } from '../merge/threeWay.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { PROPOSED_FIELDS } from '../story/suggestions.ts';
import { carryLine, carryWords } from './carryWords.ts';
import type { Version } from './versions.ts';

/** What was done to a story (`base` became `theirs`) done to another version of it (`ours`), without a conflict. */
export function carryVersion(base: Version, theirs: Version, ours: Version): Version {
  const bodies = { base: base.blocks, one: theirs.blocks, other: ours.blocks };
  return { fields: carryFields(base, theirs, ours), blocks: carryBlocks(bodies) };
}

/**
 * What the one side did to blocks (`base` became `one`) done to another version of them. A paragraph that was cut or joined is cut or
 * joined there, too, so that its words go where they belong.
 */
export function carryBlocks(bodies: ThreeBodies): Block[] {
  const { base, one: theirs, other: ours } = alignCuts(bodies, 'always');
  const named = (body: readonly Block[]) => new Map(body.map((block) => [block.id, block]));
  const [was, is, own] = [named(base), named(theirs), named(ours)];
  const blocks = new Map<BlockId, Block>();
  for (const [id, block] of own) {
    const [before, now] = [was.get(id), is.get(id)];
    if (before && now) blocks.set(id, carryBlock(before, now, block));
    else if (!before || now) blocks.set(id, block);
  }
  for (const [id, block] of is) if (!was.has(id) && !own.has(id)) blocks.set(id, block);
  const ids = (body: readonly Block[]) => body.map(({ id }) => id);
  const order = mergeOrder(ids(base), ids(ours), ids(theirs), new Set(blocks.keys()));
  return order.flatMap((id) => blocks.get(id) ?? []);
}

/** What was done to a block done to another version of it. */
export function carryBlock(base: Block, theirs: Block, ours: Block): Block {
  if (same(base, ours)) return theirs;
  if (same(base, theirs)) return ours;
  return mergeBlock(base, ours, theirs, CARRY) ?? ours;
}

/** Where both are changed, what is one thing stays as it is in the version that is carried to. */
const CARRY = {
  words: (_id: BlockId, base: Parameters<typeof carryWords>[0], ours: typeof base, theirs: typeof base) =>
    carryWords(base, theirs, ours),
  part: <Value>(_part: string, _sides: unknown, base: Value, ours: Value, theirs: Value): Value =>
    pick(base, ours, theirs).value,
};

function carryFields(base: Version, theirs: Version, ours: Version): Version['fields'] {
  const proposed = PROPOSED_FIELDS.map((name) => [
    name,
    carryLine(base.fields[name], theirs.fields[name], ours.fields[name]),
  ]);
  return { ...theirs.fields, ...Object.fromEntries(proposed) };
}
