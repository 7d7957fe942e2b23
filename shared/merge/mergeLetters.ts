import type { TextRange } from '../lang/sentences.ts';
import { contestedSpans } from './contestedSpans.ts';
import { joinLetters, sameLink, sliceLetters, withMark, type Dress, type Letters } from './letters.ts';
import { wordChanges, type WordChange } from './wordChanges.ts';

/** The same words changed on both sides: what they were, and what each side has; a side that took them out has none. */
export interface WordClash {
  readonly id: string;
  readonly base: string;
  readonly one: string;
  readonly other: string;
}

export interface MergedLetters {
  readonly letters: Letters;
  readonly clashes: readonly WordClash[];
}

/**
 * Three-way merge of words. Changes in different sentences both stand. Where both sides changed the same sentence, or put
 * something in at the same place, the sentences of both stand one after the other, marked (`conflict:ID.1`,
 * `conflict:ID.2`): two people's words are never put together into a sentence neither wrote. Marks and links are merged
 * letter by letter. `newId` names a clash.
 */
export function mergeLetters(base: Letters, one: Letters, other: Letters, newId: () => string): MergedLetters {
  const mine = new Side(one, wordChanges(base.text, one.text));
  const theirs = new Side(other, wordChanges(base.text, other.text));
  const pieces: Letters[] = [];
  const clashes: WordClash[] = [];
  let at = 0;
  const keepTo = (end: number): void => {
    if (end > at) pieces.push(unchanged(base, mine, theirs, { start: at, end }));
    at = end;
  };
  for (const span of changedSpans(base.text, mine.changes, theirs.changes)) {
    keepTo(span.start);
    const was = sliceLetters(base, span.start, span.end);
    const [my, their] = [mine.slice(span), theirs.slice(span)];
    if (their.text === was.text) pieces.push(withThreads(my, was, their));
    else if (my.text === was.text) pieces.push(withThreads(their, was, my));
    else if (my.text === their.text) pieces.push(withThreads(my, was, their));
    else {
      const id = newId();
      clashes.push({ id, base: was.text, one: my.text, other: their.text });
      pieces.push(withMark(my, `conflict:${id}.1`), withMark(their, `conflict:${id}.2`));
    }
    at = span.end;
  }
  keepTo(base.text.length);
  return { letters: joinLetters(pieces), clashes };
}

/** The spans both sides contest, and every other change by itself, in order. */
function changedSpans(text: string, ours: readonly WordChange[], theirs: readonly WordChange[]): TextRange[] {
  const contested = contestedSpans(text, ours, theirs);
  const alone = [...ours, ...theirs]
    .map(({ from, to }): TextRange => ({ start: from, end: to }))
    .filter(({ start, end }) => !contested.some((span) => isInside(start, end, span)));
  return [...contested, ...alone].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** What is put in at the ends of a span is beside it, unless the span has no length. */
function isInside(start: number, end: number, span: TextRange): boolean {
  if (span.start === span.end) return start === span.start && end === span.end;
  return start === end ? start > span.start && start < span.end : start >= span.start && end <= span.end;
}

/** One side's words, found by places of the base. */
class Side {
  constructor(
    readonly letters: Letters,
    readonly changes: readonly WordChange[],
  ) {}

  /** What became of a span of the base that cuts through no change. */
  slice({ start, end }: TextRange): Letters {
    const isEmpty = start === end;
    const isHere = ({ from, to }: WordChange, place: number) => from === place && to === place;
    const from = start + this.#shift((change) => change.to <= start && !(isEmpty && isHere(change, start)));
    const to = end + this.#shift((change) => change.to <= end && (isEmpty || !isHere(change, end)));
    return sliceLetters(this.letters, from, to);
  }

  /** How an unchanged letter of the base is dressed here. */
  dressAt(place: number): Dress | undefined {
    return this.letters.dress[place + this.#shift((change) => change.to <= place)];
  }

  #shift(counts: (change: WordChange) => boolean): number {
    let shift = 0;
    for (const change of this.changes)
      if (counts(change)) shift += change.newTo - change.newFrom - (change.to - change.from);
    return shift;
  }
}

/** Letters neither side changed, in what both sides did to their dress. */
function unchanged(base: Letters, one: Side, other: Side, { start, end }: TextRange): Letters {
  const dress: Dress[] = [];
  for (let place = start; place < end; place += 1) {
    const was = base.dress[place] ?? NAKED;
    dress.push(mergeDress(was, one.dressAt(place) ?? was, other.dressAt(place) ?? was));
  }
  return { text: base.text.slice(start, end), dress };
}

const NAKED: Dress = { marks: [], link: null, isBreak: false };

/** What both sides made of the dress of one letter. */
export function mergeDress(base: Dress, one: Dress, other: Dress): Dress {
  if (one === other || other === base) return one;
  if (one === base) return other;
  const kept = one.marks.filter((mark) => other.marks.includes(mark) || !base.marks.includes(mark));
  const marks = [...kept, ...other.marks.filter((mark) => !one.marks.includes(mark) && !base.marks.includes(mark))];
  return { marks, link: sameLink(one.link, base.link) ? other.link : one.link, isBreak: one.isBreak };
}

/** Words of one side, under the threads the other side began on what stood there. */
function withThreads(words: Letters, base: Letters, other: Letters): Letters {
  const known = new Set(base.dress.flatMap(({ marks }) => marks));
  const begun = new Set(other.dress.flatMap(({ marks }) => marks.filter((mark) => isThread(mark) && !known.has(mark))));
  return [...begun].reduce(withMark, words);
}

function isThread(mark: string): boolean {
  return mark.startsWith('comment:');
}
