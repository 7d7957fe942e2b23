import { toInlines, toLetters, type Dress } from '../../merge/letters.ts';
import { wordChanges } from '../../merge/wordChanges.ts';
import type { Inline } from '../../story/inline.ts';
import { KNOWN_MARKS } from '../../story/inline.ts';

/** A letter that stands in some versions of a text: from the one that put it in to before the one that took it out. */
interface Letter {
  readonly letter: string;
  readonly dress: Dress;
  readonly putIn: number;
  takenOut: number | null;
  /** How it was set before somebody set it otherwise. */
  before: { readonly dress: Dress; readonly level: number } | null;
}

/**
 * All versions of a text as one, the oldest first: what was put in or taken out, and by which version, is told by marks of its words
 * (`readTrackMarks`). `levels[n]` is the number of the n-th version.
 */
export function weaveWords(versions: readonly (readonly Inline[])[], levels: readonly number[]): Inline[] {
  let letters: Letter[] = [];
  for (const [index, content] of versions.entries())
    letters = weaveNext(letters, content, levels[index] ?? 0, index === 0);
  // A line break has no marks: one that was taken out is not shown.
  letters = letters.filter(({ dress, takenOut }) => !dress.isBreak || takenOut === null);
  return toInlines({
    text: letters.map(({ letter }) => letter).join(''),
    dress: letters.map((letter) => ({ ...letter.dress, marks: [...letter.dress.marks, ...trackMarks(letter)] })),
  });
}

function weaveNext(known: readonly Letter[], content: readonly Inline[], level: number, isFirst: boolean): Letter[] {
  const { text, dress } = toLetters(content);
  const put = (at: number): Letter => ({
    ...{ letter: text[at] ?? '', dress: dress[at] ?? PLAIN, putIn: isFirst ? 0 : level },
    ...{ takenOut: null, before: null },
  });
  const there = known.filter(({ takenOut }) => takenOut === null);
  const changes = wordChanges(there.map(({ letter }) => letter).join(''), text);
  const woven: Letter[] = [];
  let place = 0;
  let now = 0;
  let next = 0;
  const putChange = () => {
    const change = changes[next];
    if (change?.from !== place) return;
    for (; now < change.newTo; now += 1) woven.push(put(now));
  };
  for (const letter of known) {
    if (letter.takenOut !== null) {
      woven.push(letter);
      continue;
    }
    let change = changes[next];
    if (change && change.from === change.to && change.from === place) {
      putChange();
      next += 1;
      change = changes[next];
    }
    if (change && place >= change.from && place < change.to) {
      woven.push({ ...letter, takenOut: level });
      place += 1;
      if (place === change.to) {
        for (; now < change.newTo; now += 1) woven.push(put(now));
        next += 1;
      }
      continue;
    }
    woven.push(dressed(letter, dress[now] ?? letter.dress, level));
    now += 1;
    place += 1;
  }
  for (; now < text.length; now += 1) woven.push(put(now));
  return woven;
}

const PLAIN: Dress = { marks: [], link: null, isBreak: false };

function dressed(letter: Letter, dress: Dress, level: number): Letter {
  const isSame = knownMarks(letter.dress).join() === knownMarks(dress).join();
  return { ...letter, dress, before: isSame ? letter.before : (letter.before ?? { dress: letter.dress, level }) };
}

function knownMarks({ marks }: Dress): string[] {
  return KNOWN_MARKS.filter((mark) => marks.includes(mark));
}

function trackMarks({ putIn, takenOut, before }: Letter): string[] {
  return [
    ...(putIn > 0 ? [`in:${putIn}`] : []),
    ...(takenOut === null ? [] : [`out:${takenOut}`]),
    ...(before ? [`was:${before.level}.${knownMarks(before.dress).join('.')}`] : []),
  ];
}

/** What was done to words, by their marks. */
export interface WordTrack {
  readonly putIn: number | null;
  readonly takenOut: number | null;
  readonly before: { readonly level: number; readonly marks: readonly string[] } | null;
}

/** Reads what `weaveWords` wrote. */
export function readTrackMarks(marks: readonly string[]): WordTrack {
  const value = (name: string) => marks.find((mark) => mark.startsWith(`${name}:`))?.slice(name.length + 1);
  const [level, ...worn] = value('was')?.split('.') ?? [];
  const numberOf = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    putIn: numberOf(value('in')),
    takenOut: numberOf(value('out')),
    before: level === undefined ? null : { level: Number(level), marks: worn.filter((mark) => mark !== '') },
  };
}

/** Whether a mark tells what was done to words. */
export function isTrackMark(mark: string): boolean {
  return /^(?:in|out|was):/.test(mark);
}

/** Whether somebody proposes to take all these words out. */
export function isTakenOut(content: readonly Inline[]): boolean {
  const letters = toLetters(content).dress.filter(({ isBreak }) => !isBreak);
  return letters.length > 0 && letters.every(({ marks }) => readTrackMarks(marks).takenOut !== null);
}
