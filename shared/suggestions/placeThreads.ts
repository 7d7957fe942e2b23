import { toInlines, toLetters, type Letters } from '../merge/letters.ts';
import { wordChanges } from '../merge/wordChanges.ts';
import { threadOfMark, withoutComments } from '../review/commentMark.ts';
import { blockInlines, mapInlines } from '../story/blockInlines.ts';
import type { Block } from '../story/block.ts';
import type { SuggestionLayer } from '../story/suggestions.ts';

/** A block before and after somebody began to speak of words in it, or dropped it; but for that it is the same. */
export interface TalkedOf {
  readonly was: Block;
  readonly is: Block;
}

/** The words of one block a thread was begun on. */
interface Begun {
  readonly mark: string;
  readonly block: Block;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** So much of the shorter of two blocks must stand in the other for the one to be cut off the other, or joined to it. */
const LEAST_SHARE = 0.6;

/**
 * Layers in which threads stand on their words also where these stood in another block before: in the one a paragraph was cut off,
 * or in one that was joined to it since. A thread that was dropped is nowhere any more.
 */
export function placeThreads(layers: readonly SuggestionLayer[], talkedOf: readonly TalkedOf[]): SuggestionLayer[] {
  const [before, now] = [marksOf(talkedOf.map(({ was }) => was)), marksOf(talkedOf.map(({ is }) => is))];
  const dropped = new Set([...before].filter((mark) => !now.has(mark)));
  const begun = talkedOf.flatMap(({ was, is }) => begunIn(is, marksOf([was])));
  return layers.map((layer) => {
    const placed = begun.reduce(placeThread, layer);
    if (![...marksOf(placed.blocks)].some((mark) => dropped.has(mark))) return placed;
    const without = (block: Block) =>
      mapInlines(block, (content) => withoutComments(content, (id) => !dropped.has(`comment:${id}`)));
    return { ...placed, blocks: placed.blocks.map(without) };
  });
}

function marksOf(blocks: readonly Block[]): Set<string> {
  const letters = blocks.flatMap((block) => toLetters(blockInlines(block)).dress);
  return new Set(letters.flatMap(({ marks }) => marks.filter((mark) => threadOfMark(mark) !== null)));
}

function begunIn(block: Block, known: ReadonlySet<string>): Begun[] {
  const letters = lettersOf(block);
  if (!letters) return [];
  return [...marksOf([block])].flatMap((mark) => {
    if (known.has(mark)) return [];
    const worn = letters.dress.map(({ marks }) => marks.includes(mark));
    return [{ mark, block, text: letters.text, from: worn.indexOf(true), to: worn.lastIndexOf(true) + 1 }];
  });
}

function lettersOf(block: Block): Letters | null {
  return 'content' in block ? toLetters(block.content) : null;
}

function placeThread(layer: SuggestionLayer, begun: Begun): SuggestionLayer {
  const { block, mark } = begun;
  const own = layer.blocks.find(({ id }) => id === block.id);
  const isBorn = layer.order === undefined || layer.order.includes(block.id);
  if (own ? marksOf([own]).has(mark) : isBorn) return layer;
  const places = layer.blocks.flatMap((one) => {
    const placed = markedIn(one, begun);
    return placed ? [placed] : [];
  });
  const [only] = places;
  // Where it could be either it is kept without words, rather than on the wrong ones.
  if (!only || places.length > 1) return layer;
  return { ...layer, blocks: layer.blocks.map((one) => (one.id === only.id ? only : one)) };
}

/** The block with the thread on its words; null where they do not stand in it, all of them. */
function markedIn(block: Block, { mark, text, from, to }: Begun): Block | null {
  const letters = lettersOf(block);
  if (!letters || !('content' in block)) return null;
  const changes = wordChanges(text, letters.text);
  const gone = changes.reduce((sum, change) => sum + change.to - change.from, 0);
  if (text.length - gone < LEAST_SHARE * Math.min(text.length, letters.text.length)) return null;
  if (changes.some((change) => change.from < to && change.to > from)) return null;
  const shift = changes
    .filter((change) => change.to <= from)
    .reduce((sum, change) => sum + change.newTo - change.newFrom - (change.to - change.from), 0);
  const dress = letters.dress.map((worn, at) =>
    at >= from + shift && at < to + shift && !worn.isBreak ? { ...worn, marks: [...worn.marks, mark] } : worn,
  );
  return { ...block, content: toInlines({ text: letters.text, dress }) };
}
