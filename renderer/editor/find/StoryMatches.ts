import { $getNodeByKey, $getRoot, $isElementNode, type ElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { PAGE_FIELDS } from '../fields/pageFields.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readLines, type TextStretch } from '../model/textOffsets.ts';
import type { Match, Place, Spot } from './Match.ts';

type Search = (text: string) => readonly TextStretch[];

/** A place with its hits, and how many hits come before them. */
interface PlaceHits {
  readonly place: Place;
  readonly rank: number;
  readonly hits: readonly TextStretch[];
  readonly before: number;
}

const NONE: readonly TextStretch[] = [];

/** Node keys are numbers: no field is called like one. */
function nameOf(place: Place): string {
  return place.kind === 'field' ? place.name : place.key;
}

/** The hits in one block, line by line: no hit runs from one paragraph, item, cell or slot into the next. */
function $searchBlock(block: ElementNode, search: Search): readonly TextStretch[] {
  const hits: TextStretch[] = [];
  for (const line of $readLines(block)) {
    const text = line.leaves.map(({ node }) => node.getTextContent()).join('');
    for (const { start, end } of search(text)) hits.push({ start: line.start + start, end: line.start + end });
  }
  return hits.length === 0 ? NONE : hits;
}

/**
 * All places of the story where some words stand: headline, deck, dateline and byline, then the body with its captions,
 * credits, alt texts, pull-quotes, lists and tables. Blocks are searched once and again only when they changed.
 */
export class StoryMatches {
  #search: Search = () => NONE;
  /** What is known of each block. */
  readonly #known = new Map<NodeKey, readonly TextStretch[]>();
  /** The blocks that are still to be searched, the last first; null when it is not known which they are. */
  #queue: NodeKey[] | null = null;
  /** Where each block stands among the others. */
  #ranks: ReadonlyMap<NodeKey, number> = new Map();
  #places: readonly PlaceHits[] = [];
  #byName: ReadonlyMap<string, PlaceHits> = new Map();
  #count = 0;

  constructor(private readonly editor: LexicalEditor) {}

  /** How many hits there are, as of the last whole search. */
  get count(): number {
    return this.#count;
  }

  /** The places that have hits, in the order they are read. */
  get places(): readonly PlaceHits[] {
    return this.#places;
  }

  /** The hits of one place. */
  hitsIn(place: Place): readonly TextStretch[] {
    return this.#byName.get(nameOf(place))?.hits ?? NONE;
  }

  /** Starts over with something else to look for. The old hits stay until the search is whole. */
  lookFor(search: Search): void {
    this.#search = search;
    this.#known.clear();
    this.#queue = null;
  }

  /** These blocks changed, came or went. */
  forget(keys: Iterable<NodeKey>): void {
    for (const key of keys) this.#known.delete(key);
    this.#queue = null;
  }

  /**
   * Searches what is not known yet for as long as `hasTime` says, a block at least; answers whether the hits are whole and
   * true now.
   */
  work(hasTime: () => boolean = () => true): boolean {
    return this.editor.getEditorState().read(() => {
      this.#queue ??= this.#queueUp();
      for (let key = this.#queue.pop(); key !== undefined; key = this.#queue.pop()) {
        const block = $getNodeByKey(key);
        this.#known.set(key, $isElementNode(block) ? $searchBlock(block, this.#search) : NONE);
        if (!hasTime()) return false;
      }
      this.#collect();
      return true;
    });
  }

  /** Hit number `index`, counted from 0; null if there are not that many. */
  at(index: number): Match | null {
    // The last place that has fewer than `index` hits before it.
    let first = 0;
    let last = this.#places.length - 1;
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if ((this.#places[middle]?.before ?? 0) <= index) first = middle;
      else last = middle - 1;
    }
    const found = this.#places[first];
    const hit = found?.hits[index - found.before];
    return found && hit ? { place: found.place, ...hit } : null;
  }

  /** The number of the first hit that begins at or after a spot; going round to 0, and null when there is none at all. */
  indexFrom({ place, offset }: Spot): number | null {
    if (this.#count === 0) return null;
    const rank = this.#rankOf(place);
    for (const found of this.#places) {
      if (found.rank < rank) continue;
      if (found.rank > rank) return found.before;
      const at = found.hits.findIndex(({ start }) => start >= offset);
      if (at !== -1) return found.before + at;
    }
    return 0;
  }

  #queueUp(): NodeKey[] {
    const ranks = new Map<NodeKey, number>();
    const queue: NodeKey[] = [];
    for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
      const key = node.getKey();
      ranks.set(key, PAGE_FIELDS.length + ranks.size);
      if (!this.#known.has(key)) queue.push(key);
    }
    for (const key of this.#known.keys()) if (!ranks.has(key)) this.#known.delete(key);
    this.#ranks = ranks;
    return queue.reverse();
  }

  #rankOf(place: Place): number {
    if (place.kind === 'field') return PAGE_FIELDS.indexOf(place.name);
    // A block that is gone: from the body's start.
    return this.#ranks.get(place.key) ?? PAGE_FIELDS.length;
  }

  #collect(): void {
    const places: PlaceHits[] = [];
    let before = 0;
    const add = (place: Place, rank: number, hits: readonly TextStretch[]) => {
      if (hits.length === 0) return;
      places.push({ place, rank, hits, before });
      before += hits.length;
    };
    const fields = $getFields();
    PAGE_FIELDS.forEach((name, rank) => add({ kind: 'field', name }, rank, this.#search(fields[name])));
    for (const [key, rank] of this.#ranks) add({ kind: 'block', key }, rank, this.#known.get(key) ?? NONE);
    this.#places = places;
    this.#byName = new Map(places.map((found) => [nameOf(found.place), found]));
    this.#count = before;
  }
}
