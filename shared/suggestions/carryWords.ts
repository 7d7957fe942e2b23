import { toInlines, toLetters, type Dress, type Letters } from '../merge/letters.ts';
import { mergeDress } from '../merge/mergeLetters.ts';
import { same } from '../merge/threeWay.ts';
import { wordChanges, type WordChange } from '../merge/wordChanges.ts';
import type { Inline } from '../story/inline.ts';

/**
 * What was done to words (`base` became `theirs`) done to another version of them (`ours`): letter by letter, and without a
 * conflict. What theirs took out goes where ours still has it; what theirs put in comes, unless it belongs to words ours does not have;
 * what ours put in stays.
 */
export function carryWords(base: readonly Inline[], theirs: readonly Inline[], ours: readonly Inline[]): Inline[] {
  if (same(base, ours)) return [...theirs];
  if (same(base, theirs)) return [...ours];
  return toInlines(carryLetters(toLetters(base), toLetters(theirs), toLetters(ours)));
}

/** The same for text without marks. */
export function carryLine(base: string, theirs: string, ours: string): string {
  const line = (text: string): Letters => ({ text, dress: Array.from({ length: text.length }, () => PLAIN) });
  if (base === ours) return theirs;
  return base === theirs ? ours : carryLetters(line(base), line(theirs), line(ours)).text;
}

const PLAIN: Dress = { marks: [], link: null, isBreak: false };

function carryLetters(base: Letters, theirs: Letters, ours: Letters): Letters {
  const [their, our] = [wordChanges(base.text, theirs.text), wordChanges(base.text, ours.text)];
  const isLost = ({ from, to }: WordChange) =>
    our.some(
      (change) =>
        change.from < change.to &&
        (from === to ? change.from < from && from < change.to : from < change.to && to > change.from),
    );
  const theirPuts = new Map(their.filter((change) => !isLost(change)).map((change) => [change.from, change]));
  const ourPuts = new Map(our.map((change) => [change.from, change]));
  let text = '';
  const dress: Dress[] = [];
  const put = ({ newFrom, newTo }: WordChange, letters: Letters) => {
    text += letters.text.slice(newFrom, newTo);
    dress.push(...letters.dress.slice(newFrom, newTo));
  };
  const [theirWalk, ourWalk] = [new Walk(their), new Walk(our)];
  for (let place = 0; place <= base.text.length; place += 1) {
    const [mine, other] = [ourPuts.get(place), theirPuts.get(place)];
    if (mine) put(mine, ours);
    if (other && !(mine && mine.words === other.words)) put(other, theirs);
    const [inTheirs, inOurs] = [theirWalk.at(place), ourWalk.at(place)];
    if (place === base.text.length || inTheirs === null || inOurs === null) continue;
    text += base.text[place] ?? '';
    const was = base.dress[place] ?? PLAIN;
    dress.push(mergeDress(was, ours.dress[inOurs] ?? was, theirs.dress[inTheirs] ?? was));
  }
  return { text, dress };
}

/** Where the letters of the base are in another version; asked for from the first to the last. */
class Walk {
  #next = 0;
  #shift = 0;

  constructor(readonly changes: readonly WordChange[]) {}

  /** null for a letter that is not there any more. */
  at(place: number): number | null {
    let change = this.changes[this.#next];
    while (change && change.to <= place) {
      this.#shift = change.newTo - change.to;
      this.#next += 1;
      change = this.changes[this.#next];
    }
    return change && change.from <= place ? null : place + this.#shift;
  }
}
