import { withoutThreads } from '../compare/withoutThreads.ts';
import { mergeOrder } from '../merge/mergeOrder.ts';
import { same } from '../merge/threeWay.ts';
import type { Block } from '../story/block.ts';
import type { StoryFields } from '../story/fields.ts';
import type { BlockId } from '../story/ids.ts';
import { otherFields, PROPOSED_FIELDS, type SuggestionLayer } from '../story/suggestions.ts';
import { carryBlock, carryBlocks } from './carryVersion.ts';
import { carryLine } from './carryWords.ts';
import { placeThreads } from './placeThreads.ts';
import type { LayerHead } from './versions.ts';

/** One side of an edit: a story's words, read as far as they are asked for. */
export interface EditSide {
  readonly fields: StoryFields;
  readonly order: readonly BlockId[];
  readonly block: (id: BlockId) => Block | null;
}

/** What an edit did to a story; `touched` are all blocks it changed, put in or took out, `isMoved` whether the order is another. */
export interface StoryEdit {
  readonly before: EditSide;
  readonly after: EditSide;
  readonly touched: readonly BlockId[];
  readonly isMoved: boolean;
}

/** How old the time of a touched block gets before it is told anew (ms). */
const TIME_MS = 5 * 60_000;

/**
 * Whether nothing of an edit is new to the layer it belongs to, told without reading a block: the case of nearly every key. `at`
 * is now.
 */
export function isKnownEdit(layers: readonly SuggestionLayer[], edit: StoryEdit, by: string, at: string): boolean {
  const { touched, isMoved, before, after } = edit;
  const top = layers.at(-1);
  if (top?.by !== by || isMoved || before.fields !== after.fields) return false;
  return touched.every((id) => isKept(top, id) && !isLate(top, id, at));
}

/** Whether a layer has what stood in a block before, be it that nothing did: a block that was put in since has no before. */
function isKept({ blocks, order }: SuggestionLayer, id: BlockId): boolean {
  return blocks.some((block) => block.id === id) || (order !== undefined && !order.includes(id));
}

function isLate({ times }: SuggestionLayer, name: string, at: string): boolean {
  return Date.parse(at) - Date.parse(times[name] ?? '1970-01-01') > TIME_MS;
}

/** The layers after an edit that was made as a suggestion: what stood there before is kept, once. `me.id` is for a new layer. */
export function suggestEdit(
  layers: readonly SuggestionLayer[],
  edit: StoryEdit,
  me: Pick<LayerHead, 'id' | 'by' | 'at'>,
): readonly SuggestionLayer[] {
  const [talk, words] = partition(edit.touched, (id) => isOnlyTalk(edit, id));
  const plain = talk.length === 0 ? layers : carryTalk(layers, { ...edit, touched: talk });
  const top = plain.at(-1);
  const isMine = top !== undefined && top.by === me.by;
  const layer: SuggestionLayer = isMine ? top : { ...me, blocks: [], fields: {}, times: {} };
  const grown = growLayer(layer, { ...edit, touched: words }, me.at);
  if (grown === layer) return plain;
  return isMine ? [...plain.slice(0, -1), grown] : [...plain, grown];
}

function growLayer(
  layer: SuggestionLayer,
  { before, after, touched, isMoved }: StoryEdit,
  at: string,
): SuggestionLayer {
  const blocks = touched.flatMap((id) => (isKept(layer, id) ? [] : (before.block(id) ?? [])));
  const changed = otherFields(before.fields, after.fields);
  const fields = changed.filter((name) => layer.fields[name] === undefined);
  const isOrdered = !isMoved || layer.order !== undefined;
  const late = [...touched, ...changed].filter((name) => isLate(layer, name, at));
  if (blocks.length === 0 && fields.length === 0 && isOrdered && late.length === 0) return layer;
  return {
    ...layer,
    blocks: [...layer.blocks, ...blocks],
    ...(!isOrdered && { order: [...before.order] }),
    fields: { ...layer.fields, ...Object.fromEntries(fields.map((name) => [name, before.fields[name]])) },
    times: { ...layer.times, ...Object.fromEntries(late.map((name) => [name, at])) },
  };
}

/** The layers after somebody began to speak of words, or dropped it: nobody proposes that, so it is so in what was before, too. */
export function carryTalk(layers: readonly SuggestionLayer[], edit: StoryEdit): readonly SuggestionLayer[] {
  if (layers.length === 0) return layers;
  const talkedOf = edit.touched.flatMap((id) => {
    const [was, is] = [edit.before.block(id), edit.after.block(id)];
    return was && is ? [{ was, is }] : [];
  });
  return placeThreads(makeEdit(layers, { ...edit, isMoved: false }), talkedOf);
}

/** The layers after an edit that was made outright: it is made in what stood there before, too. */
export function makeEdit(layers: readonly SuggestionLayer[], edit: StoryEdit): readonly SuggestionLayer[] {
  if (layers.length === 0) return layers;
  const { before, after } = edit;
  const touched = new Set(edit.touched);
  if (edit.touched.some((id) => !before.block(id) || !after.block(id))) return followBlocks(layers, edit);
  const fields = otherFields(before.fields, after.fields);
  let isSame = true;
  const followed = layers.map((layer) => {
    const concerned =
      layer.blocks.some(({ id }) => touched.has(id)) || fields.some((name) => layer.fields[name] !== undefined);
    if (!concerned && !(edit.isMoved && layer.order)) return layer;
    isSame = false;
    return followLayer(layer, edit, touched);
  });
  return isSame ? layers : followed;
}

function followLayer(layer: SuggestionLayer, edit: StoryEdit, touched: ReadonlySet<BlockId>): SuggestionLayer {
  const { before, after, isMoved } = edit;
  const blocks = layer.blocks.map((block) => {
    const [was, is] = touched.has(block.id) ? [before.block(block.id), after.block(block.id)] : [];
    return was && is ? carryBlock(was, is, block) : block;
  });
  const followed = { ...layer, blocks, fields: followFields(layer, edit) };
  if (!isMoved || !layer.order) return followed;
  return { ...followed, order: mergeOrder(before.order, layer.order, after.order, new Set(layer.order)) };
}

/** The same where blocks came or went, which may have been cut off others or joined to them: then they are in what was before. */
function followBlocks(layers: readonly SuggestionLayer[], edit: StoryEdit): readonly SuggestionLayer[] {
  const { before, after, touched: ids } = edit;
  const touched = new Set(ids);
  const read = ({ order, block }: EditSide) => order.flatMap((id) => (touched.has(id) ? (block(id) ?? []) : []));
  const [base, one] = [read(before), read(after)];
  let [above, carriedAbove] = [base, one];
  return layers
    .toReversed()
    .map((layer) => {
      const kept = new Map([...above, ...layer.blocks].map((block) => [block.id, block]));
      const order = layer.order?.filter((id) => touched.has(id)) ?? above.map(({ id }) => id);
      const own = order.flatMap((id) => kept.get(id) ?? []);
      const carried = carryBlocks({ base, one, other: own });
      const isKnown = new Set(layer.blocks.map(({ id }) => id));
      const next = new Map(carriedAbove.map((block) => [block.id, block]));
      const changed = carried.filter((block) => isKnown.has(block.id) || !same(block, next.get(block.id)));
      [above, carriedAbove] = [own, carried];
      const followed = {
        ...layer,
        blocks: [...layer.blocks.filter(({ id }) => !touched.has(id)), ...changed],
        fields: followFields(layer, edit),
      };
      if (!layer.order) return followed;
      const alive = new Set([...layer.order.filter((id) => !touched.has(id)), ...carried.map(({ id }) => id)]);
      return { ...followed, order: mergeOrder(before.order, layer.order, after.order, alive) };
    })
    .reverse();
}

function followFields(layer: SuggestionLayer, { before, after }: StoryEdit): SuggestionLayer['fields'] {
  if (before.fields === after.fields) return layer.fields;
  return Object.fromEntries(
    PROPOSED_FIELDS.flatMap((name) => {
      const own = layer.fields[name];
      return own === undefined ? [] : [[name, carryLine(before.fields[name], after.fields[name], own)]];
    }),
  );
}

/** Whether a block is as it was but for what is said about it: nobody proposes a comment. */
function isOnlyTalk({ before, after }: StoryEdit, id: BlockId): boolean {
  const [was, is] = [before.block(id), after.block(id)];
  return was !== null && is !== null && !same(was, is) && same(withoutThreads([was]), withoutThreads([is]));
}

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
