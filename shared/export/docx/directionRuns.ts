import { firstStrongDirection, type Direction } from '../textDirection.ts';

/** A stretch of a text that Word lays out one way. */
export interface DirectionRun {
  readonly text: string;
  readonly direction: Direction;
}

/** Runs of digits, of letters with their marks, and of everything else. */
const PIECES = /\p{Nd}[\p{Nd}.,:/٫٬]*|\p{L}[\p{L}\p{M}\u200c\u200d]*|[^\p{Nd}\p{L}]+/gu;

/**
 * A text cut where its direction turns, since Word asks of each run which way it goes: letters by their script, digits
 * with the letters before them, what is between two of one direction with them, anything else as the paragraph
 * (UAX #9, rules W7, N1 and N2).
 */
export function directionRuns(text: string, around: Direction): DirectionRun[] {
  const pieces = text.match(PIECES) ?? [];
  const strong = pieces.map((piece) => (/^\p{L}/u.test(piece) ? firstStrongDirection(piece) : null));
  let last: Direction = around;
  const known = pieces.map((piece, index) => {
    const own = strong[index] ?? null;
    if (own !== null) last = own;
    return own ?? (/^\p{Nd}/u.test(piece) && last === 'ltr' ? 'ltr' : null);
  });
  const runs: DirectionRun[] = [];
  pieces.forEach((piece, index) => {
    const before = known.slice(0, index).findLast((one) => one !== null) ?? around;
    const after = known.slice(index).find((one) => one !== null) ?? around;
    const direction = known[index] ?? (before === after ? before : around);
    const previous = runs.at(-1);
    if (previous?.direction === direction) runs[runs.length - 1] = { text: previous.text + piece, direction };
    else runs.push({ text: piece, direction });
  });
  return runs;
}
