import { hasSharedWords } from './cutPieces.ts';
import { moved } from '../merge/mergeOrder.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { PROPOSED_FIELDS } from '../story/suggestions.ts';
import type { Inline } from '../story/inline.ts';
import { blockText, inlineText } from '../story/plainText.ts';
import type { Choose, Hunk } from './hunk.ts';
import { isText, mixBlock } from './mixBlock.ts';
import { joined, mixPieces, type Rest } from './mixText.ts';
import { orderOf, type Version } from './versions.ts';

/**
 * Two versions of a story as one: of each thing they differ in, `choose` says whether the later version's is taken. What is
 * all of one side comes out as that side's, to the byte; of what nobody is asked about, the `rest` is taken. Blocks are the
 * same by their ids alone.
 */
export function mixVersions(before: Version, after: Version, choose: Choose, rest: Rest): Version {
  return new VersionMix(before, after, choose, rest).run();
}

/** What two blocks differ in, kept as long as the later one is: most of a story is the same from one key to the next. */
export type KnownHunks = WeakMap<Block, { readonly before: Block; readonly hunks: readonly Hunk[] }>;

/** Every thing two versions differ in, in the order they are read. `known` is what was found in their blocks before, if anything. */
export function hunksBetween(before: Version, after: Version, known?: KnownHunks): Hunk[] {
  const hunks: Hunk[] = [];
  const choose: Choose = (hunk) => {
    hunks.push(hunk);
    return true;
  };
  new VersionMix(before, after, choose, 'after', known).run();
  return hunks;
}

/** One text behind another that was a paragraph of its own, with a blank between two words that would become one. */
function glued(one: readonly Inline[], other: readonly Inline[]): Inline[] {
  const isTight = /[\p{L}\p{N}]$/u.test(inlineText(one)) && /^[\p{L}\p{N}]/u.test(inlineText(other));
  return joined([...one, ...(isTight ? [{ type: 'text', text: ' ' } as const] : []), ...other]);
}

class VersionMix {
  readonly #was: ReadonlyMap<BlockId, Block>;
  readonly #is: ReadonlyMap<BlockId, Block>;
  readonly #moved: ReadonlySet<BlockId>;
  readonly #done = new Map<BlockId, readonly Block[]>();
  /** Blocks that are part of a cut or a joint, and settled with it. */
  readonly #pieces = new Set<BlockId>();
  readonly #gone = new Set<BlockId>();
  /** The first block of each cut or joint, with those that are its pieces. */
  readonly #cuts = new Map<BlockId, readonly Block[]>();
  /** Blocks that are put where the side that is not the rest has them. */
  readonly #placed = new Set<BlockId>();

  constructor(
    readonly before: Version,
    readonly after: Version,
    readonly choose: Choose,
    readonly rest: Rest,
    /** Only where everything is taken: then nothing has to be mixed. */
    readonly known?: KnownHunks,
  ) {
    this.#was = new Map(before.blocks.map((block) => [block.id, block]));
    this.#is = new Map(after.blocks.map((block) => [block.id, block]));
    this.#moved = moved(orderOf(before), orderOf(after));
  }

  run(): Version {
    const fields = this.#fields();
    for (const block of this.#inReadingOrder()) {
      const { id } = block;
      const [one, other] = [this.#was.get(id), this.#is.get(id)];
      if (this.#moved.has(id)) this.#place(id, this.#ask('moved', block) ? 'after' : 'before');
      if (this.#pieces.has(id)) continue;
      if (one && other) this.#settle(one, other);
      else {
        const isThere = this.#ask(other ? 'added' : 'removed', block) === (other !== undefined);
        if (isThere) {
          this.#done.set(id, [block]);
          this.#place(id, other ? 'after' : 'before');
        } else this.#gone.add(id);
      }
    }
    return { fields, blocks: this.#inOrder() };
  }

  /** Pairs first met where the later version has them; what is only in the earlier one behind what stood before it. */
  #inReadingOrder(): Block[] {
    const order = [...this.after.blocks];
    const places = new Map(order.map(({ id }, place) => [id, place]));
    let last = -1;
    const behind = new Map<number, Block[]>();
    for (const block of this.before.blocks) {
      const place = places.get(block.id);
      if (place === undefined) behind.set(last, [...(behind.get(last) ?? []), block]);
      else last = place;
    }
    const take = (place: number) => behind.get(place) ?? [];
    const all = [...take(-1), ...order.flatMap((block, place) => [block, ...take(place)])];
    // A pair that lost or won a neighbour to a cut is settled before that neighbour is looked at.
    for (const block of all) this.#findPieces(block);
    return all;
  }

  /** The new blocks right behind a paragraph that hold what it lost; the lost ones right behind one that holds theirs. */
  #findPieces(block: Block): void {
    const [one, other] = [this.#was.get(block.id), this.#is.get(block.id)];
    if (!one || !other || !isText(one) || !isText(other) || blockText(one) === blockText(other)) return;
    const look = (whole: Block, part: Block, all: readonly Block[], known: ReadonlyMap<BlockId, Block>): Block[] => {
      const found: Block[] = [];
      for (let place = all.indexOf(part) + 1; ; place += 1) {
        const next = all[place];
        if (!next || known.has(next.id) || this.#pieces.has(next.id) || !isText(next)) return found;
        if (!hasSharedWords(whole, [part, ...found], next)) return found;
        found.push(next);
      }
    };
    const split = look(one, other, this.after.blocks, this.#was);
    const lost = split.length > 0 ? [] : look(other, one, this.before.blocks, this.#is);
    for (const piece of [...split, ...lost]) this.#pieces.add(piece.id);
    if (split.length + lost.length > 0) this.#cuts.set(block.id, split.length > 0 ? split : lost);
  }

  #settle(one: Block, other: Block): void {
    const pieces = this.#cuts.get(other.id);
    if (!pieces) {
      this.#done.set(other.id, [this.known ? this.#recall(one, other, this.known) : this.#mix(one, other)]);
      return;
    }
    const isSplit = this.#is.has(pieces[0]?.id ?? other.id);
    const [olds, news] = isSplit ? [[one], [other, ...pieces]] : [[one, ...pieces], [other]];
    let [asked, taken] = [0, 0];
    const choose: Choose = (hunk) => {
      const isTaken = this.choose(hunk);
      asked += 1;
      if (isTaken) taken += 1;
      return isTaken;
    };
    const frame = mixBlock({ ...one, content: [] } as Block, { ...other, content: [] } as Block, choose, this.rest);
    const wholes = isSplit ? news : olds;
    const cut = isSplit ? ('split' as const) : ('joined' as const);
    const isCutTaken = wholes.map((piece, at) => at === 0 || this.#chooseCut(cut, piece, other, choose));
    const isParted = isCutTaken.map((isTaken) => isTaken === isSplit);
    let number = 0;
    const texts = mixPieces(
      olds.map((block) => (isText(block) ? block.content : [])),
      news.map((block) => (isText(block) ? block.content : [])),
      ({ kind, start, end, ...sides }, piece) => {
        number += 1;
        const { id } = isSplit ? (news[piece] ?? other) : other;
        const place = { in: 'block', blockId: id, slot: 'content', start, end } as const;
        return choose({ key: `${kind}:${other.id}:cut${number}`, kind, place, ...sides });
      },
      isCutTaken,
      this.rest,
    );
    const mixed: Block[] = [];
    for (const [at, whole] of wholes.entries()) {
      const text = texts[at] ?? [];
      const last = mixed.at(-1);
      if (isParted[at] || !last || !isText(last)) {
        const shell = at === 0 ? frame : whole;
        mixed.push({ ...shell, content: [...text] } as Block);
      } else mixed[mixed.length - 1] = { ...last, content: glued(last.content, text) };
    }
    const all = taken === asked ? news : taken === 0 ? olds : mixed;
    this.#done.set(other.id, all);
    for (const piece of pieces) this.#gone.add(piece.id);
  }

  #mix(one: Block, other: Block): Block {
    return mixBlock(one, other, this.choose, this.rest);
  }

  /** Tells of the differences of a pair that was looked at before; of another, looks and remembers. */
  #recall(one: Block, other: Block, known: KnownHunks): Block {
    if (one === other) return other;
    const seen = known.get(other);
    if (seen?.before === one) {
      for (const hunk of seen.hunks) this.choose(hunk);
      return other;
    }
    const hunks: Hunk[] = [];
    const choose: Choose = (hunk) => {
      hunks.push(hunk);
      return this.choose(hunk);
    };
    const mixed = mixBlock(one, other, choose, this.rest);
    known.set(other, { before: one, hunks });
    return mixed;
  }

  #chooseCut(kind: 'split' | 'joined', piece: Block, other: Block, choose: Choose): boolean {
    const blockId = kind === 'split' ? piece.id : other.id;
    const place = { in: 'block', blockId, slot: 'content', start: 0, end: 0 } as const;
    return choose({ key: `${kind}:${piece.id}`, kind, place, block: piece });
  }

  #ask(kind: 'added' | 'removed' | 'moved', block: Block): boolean {
    const place = { in: 'block', blockId: block.id, slot: 'content', start: 0, end: 0 } as const;
    return this.choose({ key: `${kind}:${block.id}`, kind, place, block });
  }

  /** Notes which version a block is put after. */
  #place(id: BlockId, side: Rest): void {
    if (side !== this.rest) this.#placed.add(id);
  }

  #inOrder(): Block[] {
    const [own, other] = this.rest === 'after' ? [this.after, this.before] : [this.before, this.after];
    const goal = orderOf(other);
    const order = orderOf(own).filter((id) => !this.#gone.has(id));
    // What was moved and stays where it was is no neighbour to go by.
    const isGuide = (id: BlockId) => order.includes(id) && (this.#placed.has(id) || !this.#moved.has(id));
    for (const id of goal.filter((name) => this.#placed.has(name))) {
      const at = order.indexOf(id);
      if (at >= 0) order.splice(at, 1);
      const before = goal.slice(0, goal.indexOf(id)).findLast(isGuide);
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    }
    return order.flatMap((id) => this.#done.get(id) ?? []);
  }

  #fields(): Version['fields'] {
    const own = this.rest === 'after' ? this.after.fields : this.before.fields;
    const settled = PROPOSED_FIELDS.flatMap((field) => {
      const [before, after] = [this.before.fields[field], this.after.fields[field]];
      if (before === after) return [];
      const place = { in: 'field', field, start: 0, end: 0 } as const;
      const isTaken = this.choose({ key: `field:${field}`, kind: 'field', place, field, before, after });
      return [[field, isTaken ? after : before] as const];
    });
    return { ...own, ...Object.fromEntries(settled) };
  }
}
