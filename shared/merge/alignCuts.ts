import type { Block, Heading, Paragraph, Quote } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { hasSharedWords } from '../suggestions/cutPieces.ts';
import { joinLetters, sliceLetters, toInlines, toLetters, type Letters } from './letters.ts';
import { same } from './threeWay.ts';
import { wordChanges } from './wordChanges.ts';

/** Three versions of a story's body, of which the first is what the two others began with. */
export interface ThreeBodies {
  readonly base: readonly Block[];
  readonly one: readonly Block[];
  readonly other: readonly Block[];
}

type TextBlock = Paragraph | Heading | Quote;

/** A stretch that is between the two pieces a text is cut into: of no length, or the blank that was dropped there. */
interface Cut {
  readonly from: number;
  readonly to: number;
}

/**
 * The same three bodies cut and joined alike: where one side cut a paragraph the other changed, the base and the other side are cut at
 * the same place; where it joined two, they are joined there. So words meet the words they came from. Where the other side
 * changed the very place it is cut at, nothing is aligned.
 */
export function alignCuts({ base, one, other }: ThreeBodies): ThreeBodies {
  let now: Aligned = { base: new Body(base), one: new Body(one), other: new Body(other) };
  for (let at = 0; at < now.base.blocks.length;) {
    const mine = alignAt(now, at);
    const theirs = mine ? null : alignAt(turned(now), at);
    if (mine) now = mine;
    else if (theirs) now = turned(theirs);
    else at += 1;
  }
  return { base: now.base.blocks, one: now.one.blocks, other: now.other.blocks };
}

type Aligned = Readonly<Record<'base' | 'one' | 'other', Body>>;

/** The sides the other way round. */
function turned({ base, one, other }: Aligned): Aligned {
  return { base, one: other, other: one };
}

/** Aligns what the one side cut or joined at a place of the base; null where it did neither, or the other cannot follow. */
function alignAt({ base, one, other }: Aligned, at: number): Aligned | null {
  const block = base.blocks[at];
  const [my, their] = [block && one.find(block.id), block && other.find(block.id)];
  if (!block || !my || !their || !isText(block) || !isText(my) || !isText(their) || same(block, my)) return null;
  return alignCut({ base, one, other }, { block, my, their }) ?? alignJoin({ base, one, other }, { block, my, their });
}

interface ThreeTexts {
  readonly block: TextBlock;
  readonly my: TextBlock;
  readonly their: TextBlock;
}

function alignCut({ base, one, other }: Aligned, { block, my, their }: ThreeTexts): Aligned | null {
  const cut = same(block, their) ? null : cutBehind(block, my, one, base);
  if (!cut || other.find(cut.next.id)) return null;
  const twin = cutBehind(block, their, other, base);
  const cutBase = new Body(cutAt(base.blocks, block, cut.at, cut.next));
  if (twin && !one.find(twin.next.id) && same(twin.at, cut.at))
    return { base: cutBase, one, other: new Body(renamed(other.blocks, twin.next.id, cut.next.id)) };
  const place = placeIn(block, their, cut.at);
  return place && { base: cutBase, one, other: new Body(cutAt(other.blocks, their, place, cut.next)) };
}

function alignJoin({ base, one, other }: Aligned, { block, my, their }: ThreeTexts): Aligned | null {
  const next = base.after(block.id);
  if (!next || !isText(next) || one.find(next.id) || !hasSharedWords(my, [block], next)) return null;
  const theirNext = other.after(block.id);
  if (theirNext?.id !== next.id || !isText(theirNext) || !isSameKind(next, theirNext)) return null;
  if (same(block, their) && same(next, theirNext)) return null;
  const glue = glueOf(block, next, my);
  return {
    base: new Body(joinAt(base.blocks, block, next, glue)),
    one,
    other: new Body(joinAt(other.blocks, their, theirNext, glue)),
  };
}

/** The blocks of a version, found by their ids. */
class Body {
  readonly #places: ReadonlyMap<BlockId, number>;

  constructor(readonly blocks: readonly Block[]) {
    this.#places = new Map(blocks.map(({ id }, place) => [id, place]));
  }

  find(id: BlockId): Block | undefined {
    return this.blocks[this.#places.get(id) ?? -1];
  }

  after(id: BlockId): Block | undefined {
    return this.blocks[(this.#places.get(id) ?? this.blocks.length) + 1];
  }
}

function isText(block: Block): block is TextBlock {
  return block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote';
}

/** Whether two blocks are the same but for their words. */
function isSameKind(one: TextBlock, other: TextBlock): boolean {
  return same({ ...one, content: [] }, { ...other, content: [] });
}

/** The block a side cut off another's end, and where. */
function cutBehind(
  block: TextBlock,
  now: TextBlock,
  side: Body,
  base: Body,
): { readonly next: TextBlock; readonly at: Cut } | null {
  const next = side.after(block.id);
  if (!next || base.find(next.id) || !isText(next) || !hasSharedWords(block, [now], next)) return null;
  const [first, second] = [toLetters(now.content).text, toLetters(next.content).text];
  const { text } = toLetters(block.content);
  const end = first.length;
  let from = end;
  for (const change of wordChanges(text, first + second)) {
    if (change.newFrom < end && change.newTo > end) return null;
    const isHere = change.newFrom === end && change.newTo === end;
    if (isHere && text.slice(change.from, change.to).trim() === '')
      return { next, at: { from: change.from, to: change.to } };
    if (change.newTo <= end) from += change.to - change.from - (change.newTo - change.newFrom);
  }
  return { next, at: { from, to: from } };
}

/** A cut of a text in another version of it; null where that changed the place. */
function placeIn(block: TextBlock, now: TextBlock, { from, to }: Cut): Cut | null {
  let [start, end] = [from, to];
  for (const change of wordChanges(toLetters(block.content).text, toLetters(now.content).text)) {
    // What is put in at the cut goes on with what stands before it if it begins with a blank.
    const isPutHere = change.from === from && change.to === from && from === to;
    const isBefore = isPutHere ? from > 0 && /^\s/u.test(change.words) : change.to <= from;
    const grown = change.newTo - change.newFrom - (change.to - change.from);
    if (isBefore) [start, end] = [start + grown, end + grown];
    else if (!isPutHere && change.from < to) return null;
  }
  return { from: start, to: end };
}

function cutAt(blocks: readonly Block[], block: TextBlock, { from, to }: Cut, like: TextBlock): Block[] {
  const letters = toLetters(block.content);
  const first = { ...block, content: toInlines(sliceLetters(letters, 0, from)) };
  const second = { ...like, content: toInlines(sliceLetters(letters, to, letters.text.length)) };
  return blocks.flatMap((one) => (one.id === block.id ? [first, second] : [one]));
}

/** What was put between two texts when they were joined: a blank, or nothing. */
function glueOf(first: TextBlock, second: TextBlock, joined: TextBlock): Letters {
  const [start, end, text] = [first, second, joined].map(({ content }) => toLetters(content).text) as [
    string,
    string,
    string,
  ];
  const cost = (glue: string) =>
    wordChanges(start + glue + end, text).reduce((sum, { from, to, words }) => sum + to - from + words.length, 0);
  return toLetters(cost(' ') < cost('') ? [{ type: 'text', text: ' ' }] : []);
}

function joinAt(blocks: readonly Block[], first: TextBlock, second: TextBlock, glue: Letters): Block[] {
  const content = toInlines(joinLetters([toLetters(first.content), glue, toLetters(second.content)]));
  return blocks.flatMap((one) => {
    if (one.id === second.id) return [];
    return one.id === first.id ? [{ ...first, content }] : [one];
  });
}

/** A body in which a block goes by another id, with the pull-quotes that name it. */
function renamed(blocks: readonly Block[], from: BlockId, to: BlockId): Block[] {
  return blocks.map((block) => {
    if (block.id === from) return { ...block, id: to };
    const isItsQuote = block.type === 'pullQuote' && block.source?.blockId === from;
    return isItsQuote && block.source ? { ...block, source: { ...block.source, blockId: to } } : block;
  });
}
