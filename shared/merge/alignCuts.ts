import type { Block, Heading, Paragraph, Quote } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { hasSharedWords } from '../suggestions/cutPieces.ts';
import { joinLetters, sliceLetters, toInlines, toLetters, type Letters } from './letters.ts';
import { same } from './threeWay.ts';
import { wordChanges, type WordChange } from './wordChanges.ts';

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
 * Where a side changed the very place the other cut at, or took out what it cut or joined: `sure` aligns nothing there, so that it is
 * seen as changed by both; `always` cuts before what was changed, and what was taken out stays out, piece by piece.
 */
export type Alignment = 'sure' | 'always';

/**
 * The same three bodies cut and joined alike: where one side cut a paragraph the other changed, the base and the other side are cut at
 * the same place; where it joined two, they are joined there. So words meet the words they came from.
 */
export function alignCuts({ base, one, other }: ThreeBodies, alignment: Alignment = 'sure'): ThreeBodies {
  let now: Aligned = { base: new Body(base), one: new Body(one), other: new Body(other) };
  for (let at = 0; at < now.base.blocks.length;) {
    const mine = alignAt(now, at, alignment);
    const theirs = mine ? null : alignAt(turned(now), at, alignment);
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
function alignAt(bodies: Aligned, at: number, alignment: Alignment): Aligned | null {
  const { base, one, other } = bodies;
  const block = base.blocks[at];
  const [my, their] = [block && one.find(block.id), block && other.find(block.id)];
  if (!block || !my || !isText(block) || !isText(my) || same(block, my)) return null;
  if (their) {
    const texts = isText(their) ? { block, my, their } : null;
    return texts && (alignCut(bodies, texts, alignment) ?? alignJoin(bodies, texts));
  }
  return alignment === 'sure' ? null : (followCut(bodies, block, my) ?? followJoin(bodies, block, my));
}

interface ThreeTexts {
  readonly block: TextBlock;
  readonly my: TextBlock;
  readonly their: TextBlock;
}

function alignCut({ base, one, other }: Aligned, texts: ThreeTexts, alignment: Alignment): Aligned | null {
  const { block, my, their } = texts;
  const cut = same(block, their) ? null : cutBehind(block, my, one, base);
  if (!cut || other.find(cut.next.id)) return null;
  const twin = cutBehind(block, their, other, base);
  const cutBase = new Body(cutAt(base.blocks, block, cut.at, cut.next));
  if (twin && !one.find(twin.next.id) && same(twin.at, cut.at))
    return { base: cutBase, one, other: new Body(renamed(other.blocks, twin.next.id, cut.next.id)) };
  const place = placeIn(block, their, cut.at, alignment);
  return place && { base: cutBase, one, other: new Body(cutAt(other.blocks, their, place, cut.next)) };
}

function alignJoin({ base, one, other }: Aligned, { block, my, their }: ThreeTexts): Aligned | null {
  const next = joinedInto(block, my, base, one);
  if (!next) return null;
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

/** Cuts the base alone: the other side has none of the pieces. */
function followCut({ base, one, other }: Aligned, block: TextBlock, my: TextBlock): Aligned | null {
  const cut = cutBehind(block, my, one, base);
  if (!cut || other.find(cut.next.id)) return null;
  return { base: new Body(cutAt(base.blocks, block, cut.at, cut.next)), one, other };
}

/** Joins the base alone: the other side has at most the second of the two, which is what it has of what they became. */
function followJoin({ base, one, other }: Aligned, block: TextBlock, my: TextBlock): Aligned | null {
  const next = joinedInto(block, my, base, one);
  if (!next) return null;
  const joint = new Body(joinAt(base.blocks, block, next, glueOf(block, next, my)));
  return { base: joint, one, other: new Body(renamed(other.blocks, next.id, block.id)) };
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

/** The block a side joined to the one before it. */
function joinedInto(block: TextBlock, now: TextBlock, base: Body, side: Body): TextBlock | null {
  const next = base.after(block.id);
  if (!next || !isText(next) || side.find(next.id)) return null;
  return hasSharedWords(now, [block], next) ? next : null;
}

/** The block a side cut off another's end, and where; what it replaced across the cut is of the first. */
function cutBehind(
  block: TextBlock,
  now: TextBlock,
  side: Body,
  base: Body,
): { readonly next: TextBlock; readonly at: Cut } | null {
  const next = side.after(block.id);
  if (!next || base.find(next.id) || !isText(next) || !hasSharedWords(block, [now], next)) return null;
  const [text, first, second] = [block, now, next].map(({ content }) => toLetters(content).text) as Three;
  // With a sign between them two words do not become one.
  const change = wordChanges(text, first + BETWEEN + second).find(({ words }) => words.includes(BETWEEN));
  if (!change) return null;
  const { from, to, words } = change;
  if (words === BETWEEN && text.slice(from, to).trim() === '') return { next, at: { from, to } };
  const place = words.startsWith(BETWEEN) && words !== BETWEEN ? from : to;
  return { next, at: { from: place, to: place } };
}

type Three = [string, string, string];
/** No text has it. */
const BETWEEN = '\u0000';

/** A cut of a text in another version of it; where that changed the place, null or before what it changed. */
function placeIn(block: TextBlock, now: TextBlock, { from, to }: Cut, alignment: Alignment): Cut | null {
  let [start, end] = [from, to];
  for (const change of wordChanges(toLetters(block.content).text, toLetters(now.content).text)) {
    // What is put in at the cut goes on with what stands before it if it begins with a blank.
    const isPutHere = change.from === from && change.to === from && from === to;
    const isBefore = isPutHere ? from > 0 && /^\s/u.test(change.words) : change.to <= from;
    const grown = change.newTo - change.newFrom - (change.to - change.from);
    if (isBefore) [start, end] = [start + grown, end + grown];
    else if (!isPutHere && change.from < to) return placeAt(change, { from, to }, alignment);
  }
  return { from: start, to: end };
}

/** The cut where a text was changed at its place: on the side of it the change does not reach over to. */
function placeAt({ words, ...change }: WordChange, { from, to }: Cut, alignment: Alignment): Cut | null {
  if (change.from < from && change.to <= to)
    return { from: change.newFrom + words.trimEnd().length, to: change.newTo + to - change.to };
  if (change.from < from && alignment === 'sure') return null;
  return { from: change.newFrom, to: change.newTo - words.trimStart().length };
}

function cutAt(blocks: readonly Block[], block: TextBlock, { from, to }: Cut, like: TextBlock): Block[] {
  const letters = toLetters(block.content);
  const first = { ...block, content: toInlines(sliceLetters(letters, 0, from)) };
  const second = { ...like, content: toInlines(sliceLetters(letters, to, letters.text.length)) };
  return blocks.flatMap((one) => (one.id === block.id ? [first, second] : [one]));
}

/** What was put between two texts when they were joined: a blank, or nothing. */
function glueOf(first: TextBlock, second: TextBlock, joined: TextBlock): Letters {
  const [start, end, text] = [first, second, joined].map(({ content }) => toLetters(content).text) as Three;
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
