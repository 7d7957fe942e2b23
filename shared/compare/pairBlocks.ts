import type { Block } from '../story/block.ts';
import { canonicalJson } from '../story/canonicalJson.ts';
import { blockText } from '../story/plainText.ts';
import { inOrder } from './alignKeys.ts';
import { hasWords, isComparable } from './compareBlock.ts';
import { WordBag } from './WordBag.ts';

/** A block of the one version and what became of it, or several that became one, or one that became several. */
export interface BlockPair {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Out of the order that most of the story keeps. */
  readonly isMoved: boolean;
}

const ALIKE = 0.5;
/** Among how many a block that lost its id is looked for. */
const NEAREST = 20;
/** So much of a paragraph's words must have come out of its neighbour for the two to be one that was cut. */
const LEAST_SHARE = 0.6;
const LEAST_WORDS = 2;

/**
 * Which blocks are the same piece in both versions: those of one id, then those of one content, then those that are alike and
 * near the same place. Blocks in no pair are in one version only.
 */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): BlockPair[] {
  const pairing = new Pairing(before, after);
  pairing.pairIds();
  pairing.pairContents();
  pairing.pairAlike();
  return pairing.finish();
}

class Pairing {
  readonly #before: readonly Block[];
  readonly #after: readonly Block[];
  readonly #partners = new Map<number, number>();
  readonly #taken = new Set<number>();
  readonly #bags = new Map<Block, WordBag>();

  constructor(before: readonly Block[], after: readonly Block[]) {
    this.#before = before;
    this.#after = after;
  }

  #pair(before: number, after: number): void {
    this.#partners.set(before, after);
    this.#taken.add(after);
  }

  pairIds(): void {
    const places = new Map(this.#after.map((block, index) => [block.id, index]));
    for (const [index, block] of this.#before.entries()) {
      const place = places.get(block.id);
      const other = place === undefined ? undefined : this.#after[place];
      if (place !== undefined && other && !this.#taken.has(place) && isComparable(block, other))
        this.#pair(index, place);
    }
  }

  pairContents(): void {
    const places = new Map<string, number[]>();
    for (const [index, block] of this.#after.entries()) {
      if (this.#taken.has(index)) continue;
      const key = contentOf(block);
      places.set(key, [...(places.get(key) ?? []), index]);
    }
    if (places.size === 0) return;
    for (const [index, block] of this.#before.entries()) {
      if (this.#partners.has(index)) continue;
      const place = places.get(contentOf(block))?.shift();
      if (place !== undefined) this.#pair(index, place);
    }
  }

  /** Looks for a partner near the one of the block before it, among those that have none. */
  pairAlike(): void {
    const free = [...this.#after.keys()].filter((place) => !this.#taken.has(place));
    let last = -1;
    for (const [index, block] of this.#before.entries()) {
      const known = this.#partners.get(index);
      const partner = known ?? this.#mostAlike(block, nearest(free, last + 1));
      if (partner === undefined) continue;
      last = partner;
      if (known !== undefined) continue;
      this.#pair(index, partner);
      free.splice(free.indexOf(partner), 1);
    }
  }

  #mostAlike(block: Block, places: readonly number[]): number | undefined {
    let best: { readonly place: number; readonly likeness: number } | undefined;
    for (const place of places) {
      const other = this.#after[place];
      if (!other || block.type !== other.type) continue;
      const likeness = this.#bag(block).likeness(this.#bag(other));
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { place, likeness };
    }
    return best?.place;
  }

  #bag(block: Block): WordBag {
    const bag = this.#bags.get(block) ?? WordBag.of(blockText(block));
    this.#bags.set(block, bag);
    return bag;
  }

  finish(): BlockPair[] {
    const pairs = [...this.#partners].map(([before, after]) => ({ before, after })).sort((a, b) => a.before - b.before);
    const kept = new Set(
      inOrder(
        pairs.map(({ after }) => after),
        (place) => 1 + this.#bag(this.#before[pairs[place]?.before ?? 0] as Block).size,
      ),
    );
    const sources = new Set(this.#partners.keys());
    return pairs.map(({ before, after }, place) => {
      const isMoved = !kept.has(place);
      const pieces = this.#neighbours([before, this.#before], [after, this.#after], this.#taken);
      if (pieces.length > 1) return { before: [before], after: pieces, isMoved };
      const whole = this.#neighbours([after, this.#after], [before, this.#before], sources);
      return { before: whole, after: [after], isMoved };
    });
  }

  /**
   * The places around `part` that hold what the whole lost: of a paragraph that was cut, its pieces. Those in `taken` are
   * something else; what is found is taken.
   */
  #neighbours(
    [wholeAt, wholes]: readonly [number, readonly Block[]],
    [partAt, parts]: readonly [number, readonly Block[]],
    taken: Set<number>,
  ): number[] {
    const [whole, part] = [wholes[wholeAt], parts[partAt]];
    const found = [partAt];
    if (!whole || !part || !hasWords(whole) || !hasWords(part)) return found;
    if ([partAt - 1, partAt + 1].every((place) => taken.has(place) || !parts[place])) return found;
    let missing = this.#bag(whole).without(this.#bag(part));
    for (const step of [1, -1])
      for (let place = partAt + step; ; place += step) {
        const neighbour = parts[place];
        if (!neighbour || taken.has(place) || !hasWords(neighbour)) break;
        const words = this.#bag(neighbour);
        const shared = words.shared(missing);
        if (shared < LEAST_WORDS || shared < words.size * LEAST_SHARE) break;
        missing = missing.without(words);
        taken.add(place);
        if (step > 0) found.push(place);
        else found.unshift(place);
      }
    return found;
  }
}

/** Those of some places, in order, that are the nearest to one. */
function nearest(places: readonly number[], to: number): readonly number[] {
  const at = places.findIndex((place) => place >= to);
  const middle = at < 0 ? places.length : at;
  return places.slice(Math.max(0, middle - NEAREST / 2), middle + NEAREST / 2);
}

function contentOf({ id: _id, ...content }: Block): string {
  return canonicalJson(content);
}
