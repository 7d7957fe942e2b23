import { withoutThreads } from '../compare/withoutThreads.ts';
import { mergeOrder } from '../merge/mergeOrder.ts';
import { same } from '../merge/threeWay.ts';
import type { Block } from '../story/block.ts';
import type { StoryFields } from '../story/fields.ts';
import type { BlockId } from '../story/ids.ts';
import { otherFields, PROPOSED_FIELDS, type SuggestionLayer } from '../story/suggestions.ts';
import { carryBlock } from './carryVersion.ts';
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
  const blocks = layer.blocks.flatMap((block) => {
    if (!touched.has(block.id)) return [block];
    const [was, is] = [before.block(block.id), after.block(block.id)];
    if (was && is) return [carryBlock(was, is, block)];
    // Taken out for good is taken out of what was before.
    return was && !is ? [] : [block];
  });
  const fields =
    before.fields === after.fields
      ? layer.fields
      : Object.fromEntries(
          PROPOSED_FIELDS.flatMap((name) => {
            const own = layer.fields[name];
            return own === undefined ? [] : [[name, carryLine(before.fields[name], after.fields[name], own)]];
          }),
        );
  if (!isMoved || !layer.order) return { ...layer, blocks, fields };
  const gone = new Set(before.order.filter((id) => !after.order.includes(id)));
  const alive = new Set([...layer.order, ...after.order.filter((id) => !before.order.includes(id))]);
  for (const id of gone) alive.delete(id);
  return { ...layer, blocks, fields, order: mergeOrder(before.order, layer.order, after.order, alive) };
}

/** Whether a block is as it was but for what is said about it: nobody proposes a comment. */
function isOnlyTalk({ before, after }: StoryEdit, id: BlockId): boolean {
  const [was, is] = [before.block(id), after.block(id)];
  return was !== null && is !== null && !same(was, is) && same(withoutThreads([was]), withoutThreads([is]));
}

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
