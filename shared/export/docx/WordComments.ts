import type { Block } from '../../story/block.ts';
import type { BlockId, ThreadId } from '../../story/ids.ts';
import type { Anchor, FieldName, Thread } from '../../story/review.ts';
import type { Story } from '../../story/story.ts';
import { blockInlines } from '../../story/blockInlines.ts';
import { threadOfMark } from '../../review/commentMark.ts';
import { toLetters } from '../../merge/letters.ts';
import { commentParts, type WordComment } from './commentParts.ts';
import type { ExtraPart } from './fixedParts.ts';

/** The parts of a document that threads can be about as a whole. */
export type WholePlace =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'block' | 'caption'; readonly blockId: BlockId };

/** A range by the number of its comment. */
const RANGE = /<w:commentRange(Start|End) w:id="(\d+)"\/>(?:<w:r><w:commentReference w:id="\d+"\/><\/w:r>)?/g;
/** Where the words of the first paragraph begin. */
const PARAGRAPH = /<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/s;

/** The threads of a story as the comments in a document's margin: an answer is a comment of its own under the first. */
export class WordComments {
  readonly #comments: WordComment[] = [];
  readonly #ofThread = new Map<ThreadId, readonly number[]>();
  readonly #places = new Map<string, ThreadId[]>();

  constructor({ blocks, review }: Pick<Story, 'blocks' | 'review'>) {
    const marked = new Set(blocks.flatMap(threadsIn));
    for (const thread of review?.threads ?? []) {
      this.#add(thread);
      if (marked.has(thread.id)) continue;
      const place = placeOf(thread.about);
      if (place) this.#places.set(keyOf(place), [...(this.#places.get(keyOf(place)) ?? []), thread.id]);
    }
  }

  #add({ id, notes, state }: Thread): void {
    // One that was taken back says nothing.
    const said = notes.filter(({ text }) => text !== '');
    const first = this.#comments.length;
    const comments = said.map(({ by, at, text }, index) => ({
      ...{ number: first + index, by, at, text, isResolved: state?.is === 'resolved' },
      answers: index === 0 ? null : first,
    }));
    this.#comments.push(...comments);
    this.#ofThread.set(
      id,
      comments.map(({ number }) => number),
    );
  }

  /** Runs with the comments on words with these marks around them. */
  around(marks: readonly string[], runs: string): string {
    return this.#wrap(
      marks.flatMap((mark) => threadOfMark(mark) ?? []),
      runs,
    );
  }

  /** Runs with the comments on a part of the document as a whole around them. */
  onWhole(place: WholePlace, runs: string): string {
    return this.#wrap(this.#places.get(keyOf(place)) ?? [], runs);
  }

  /** Paragraphs with the comments on their block around all their words. */
  onBlock(blockId: BlockId, paragraphs: readonly string[]): readonly string[] {
    const ids = this.#places.get(keyOf({ kind: 'block', blockId }));
    if (!ids) return paragraphs;
    const [start, end] = this.#edges(this.#numbers(ids));
    const [first = '', ...rest] = paragraphs;
    const begun = [first.replace(PARAGRAPH, (tag) => tag + start), ...rest];
    const last = begun.at(-1) ?? '';
    const at = last.lastIndexOf('</w:p>');
    return [...begun.slice(0, -1), last.slice(0, at) + end + last.slice(at)];
  }

  #wrap(ids: readonly ThreadId[], runs: string): string {
    const [start, end] = this.#edges(this.#numbers(ids));
    return start + runs + end;
  }

  #numbers(ids: readonly ThreadId[]): number[] {
    return ids.flatMap((id) => this.#ofThread.get(id) ?? []);
  }

  #edges(numbers: readonly number[]): readonly [start: string, end: string] {
    const starts = numbers.map((number) => `<w:commentRangeStart w:id="${number}"/>`);
    const ends = numbers.map(
      (number) => `<w:commentRangeEnd w:id="${number}"/><w:r><w:commentReference w:id="${number}"/></w:r>`,
    );
    return [starts.join(''), ends.join('')];
  }

  /**
   * The body with one range a comment, from its first words to its last, though they were written piece by piece. Those on the
   * story as a whole, or on what does not stand in the document, stand at its beginning.
   */
  settle(body: string): string {
    const left = new Map<number, number>();
    for (const [, kind, number] of body.matchAll(RANGE))
      if (kind === 'End') left.set(Number(number), (left.get(Number(number)) ?? 0) + 1);
    const begun = new Set<string>();
    const ranged = body.replace(RANGE, (tag, kind: string, number: string) => {
      if (kind === 'Start') {
        if (begun.has(number)) return '';
        begun.add(number);
        return tag;
      }
      const rest = (left.get(Number(number)) ?? 0) - 1;
      left.set(Number(number), rest);
      return rest === 0 ? tag : '';
    });
    const others = this.#comments.map(({ number }) => number).filter((number) => !left.has(number));
    return ranged.replace(PARAGRAPH, (tag) => tag + this.#edges(others).join(''));
  }

  /** The parts that hold what is said; none where nothing is. */
  parts(): ExtraPart[] {
    return this.#comments.length === 0 ? [] : commentParts(this.#comments);
  }
}

function threadsIn(block: Block): ThreadId[] {
  const { dress } = toLetters(blockInlines(block));
  return dress.flatMap(({ marks }) => marks.flatMap((mark) => threadOfMark(mark) ?? []));
}

/** What the comments of a thread stand beside where no words are marked; null: the whole story. */
function placeOf(about: Anchor): WholePlace | null {
  if (about.kind === 'story') return null;
  if (about.kind === 'field') return about;
  return { kind: about.kind === 'caption' ? 'caption' : 'block', blockId: about.blockId };
}

function keyOf(place: WholePlace): string {
  return `${place.kind} ${place.kind === 'field' ? place.field : place.blockId}`;
}
