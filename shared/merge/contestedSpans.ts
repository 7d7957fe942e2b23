import { splitSentences, type TextRange } from '../lang/sentences.ts';
import type { WordChange } from './wordChanges.ts';

/**
 * Where both sides changed the same sentence, or put something in between the same two: whole sentences, in order, that cut
 * through no change of either side. A span without length is a place where both put something in.
 */
export function contestedSpans(text: string, ours: readonly WordChange[], theirs: readonly WordChange[]): TextRange[] {
  if (ours.length === 0 || theirs.length === 0) return [];
  const sentences = splitSentences(text);
  /** The sentences between whose beginnings a change lies; null: it is put in between two. */
  const touched = ({ from, to, words }: WordChange): TextRange | null => {
    const isInside = from < to || sentences.some(({ start, end }) => start < from && from < end);
    // What goes on with the sentence before it, or begins the one behind it, is no sentence of its own.
    const isApart = ended(text.slice(0, from)) && (ended(words) || text.slice(from).trim() === '');
    if (!isInside && isApart) return null;
    const before = sentences.filter(({ start }) => start <= from).at(-1);
    const behind = sentences.find(({ start }) => start >= to && start > from);
    return { start: Math.min(before?.start ?? 0, from), end: behind?.start ?? text.length };
  };
  const spans: TextRange[] = [];
  for (const our of ours)
    for (const their of theirs) {
      const [one, other] = [touched(our), touched(their)];
      if (one && other) {
        if (one.start < other.end && other.start < one.end)
          spans.push({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) });
      } else if (!one && !other && our.from === their.from) spans.push({ start: our.from, end: our.from });
    }
  return grown(spans, [...ours, ...theirs], touched);
}

/** Whether nothing stands there, or a whole sentence at its end. */
function ended(words: string): boolean {
  return /^$|[.!?…؟۔।:]["'”’»)\]]*$/u.test(words.trimEnd());
}

/** The spans widened until none cuts through a change or reaches into another. */
function grown(
  spans: readonly TextRange[],
  changes: readonly WordChange[],
  touched: (change: WordChange) => TextRange | null,
): TextRange[] {
  let list = [...spans];
  for (;;) {
    const wider = list.map((span) => {
      let { start, end } = span;
      for (const change of changes) {
        if (change.from >= end || change.to <= start) continue;
        const reach = touched(change);
        if (!reach) continue;
        start = Math.min(start, reach.start);
        end = Math.max(end, reach.end);
      }
      return { start, end };
    });
    const joined = joinOverlapping(wider);
    if (
      joined.length === list.length &&
      joined.every(({ start, end }, at) => list[at]?.start === start && list[at].end === end)
    )
      return joined;
    list = joined;
  }
}

function joinOverlapping(spans: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = joined.at(-1);
    const isIn = last && (span.start < last.end || (span.start === last.start && span.end === last.end));
    if (isIn) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
