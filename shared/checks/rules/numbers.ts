import type { TextRange } from '../../lang/sentences.ts';
import { isBody, type CopyText } from '../CopyText.ts';
import { allows, canBeSame, findCounts, type Count } from '../counts.ts';
import { findQuantities, type Quantity } from '../quantities.ts';
import { storyRule, type Rule } from '../rule.ts';

/** The words of the sentence around a number that carry meaning, in small letters. */
type Context = ReadonlySet<string>;
interface Around {
  readonly context: Context;
  /** Where something came from (`from 4.25%`, `down from nine`), which is not where it is. */
  readonly isFormer: boolean;
}
type Claim = Quantity & Around & Pick<Count, 'bound'>;
type Tally = Count & Around;

/** The numbers of one text: those of something known, and those of anything. */
interface Numbers {
  readonly claims: readonly Claim[];
  readonly tallies: readonly Tally[];
}

const SMALL_WORDS = new Set(
  'about after again also been before being between both could during each even every from have into just later more most much only other over same should since some such than that their them then there these they this those through time under until were what when where which while will with would year years month months week weeks days hours people least ago'.split(
    ' ',
  ),
);
/** From here on a number is seldom one of several that count the same thing. */
const TELLING = 20;

/** The words of a text that carry meaning, sentence by sentence, by where the sentence begins; each is read once. */
class Contexts {
  readonly #words = new Map<
    number,
    readonly { readonly word: string; readonly start: number; readonly end: number }[]
  >();

  constructor(readonly copy: CopyText) {}

  around(range: TextRange): Context {
    const sentence = this.copy.sentenceAt(range.start);
    const words = this.#words.get(sentence.start) ?? this.#read(sentence);
    return new Set(words.filter(({ start, end }) => end <= range.start || start >= range.end).map(({ word }) => word));
  }

  #read(sentence: TextRange) {
    const words = this.copy.words.flatMap(({ text, start, end }) => {
      if (start < sentence.start || end > sentence.end) return [];
      const word = text.toLowerCase().replace(/['’]s$/u, '');
      const isTelling = (word.length > 3 || /^[A-Z]{2,}$/.test(text)) && !SMALL_WORDS.has(word);
      return isTelling ? [{ word, start, end }] : [];
    });
    this.#words.set(sentence.start, words);
    return words;
  }
}

function numbersIn(copy: CopyText): Numbers[] {
  if (!copy.isEnglish || !(isBody(copy) || ['headline', 'deck', 'caption'].includes(copy.kind))) return [];
  const counts = findCounts(copy.text);
  // What is counted is a number too: most paragraphs need no second look.
  if (counts.length === 0) return [];
  const contexts = new Contexts(copy);
  const around = (range: TextRange): Around => ({
    context: contexts.around(range),
    isFormer: /\bfrom\s+$/u.test(copy.text.slice(Math.max(0, range.start - 8), range.start)),
  });
  const tallies = counts.map((one) => ({ ...one, ...around(one) }));
  const claims = findQuantities(copy.text).map((one) => {
    const count = counts.find(({ start }) => one.start <= start && start < one.end);
    return { ...one, ...around(one), bound: count?.bound ?? null };
  });
  return [{ claims, tallies }];
}

function shared(a: Context, b: Context): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

/** Figures of the same kind close enough to mean the same thing: a count that grew tenfold is another count. */
function isNear(a: number, b: number): boolean {
  return Math.max(a, b) <= Math.min(a, b) * 1.6;
}

/** The one whose sentence has most in common with that of a number, if there is any. */
function likest<Number extends { readonly context: Context }>(
  number: Number,
  others: readonly Number[],
): { readonly other: Number; readonly words: number } | null {
  return others.reduce<{ readonly other: Number; readonly words: number } | null>((best, other) => {
    const words = shared(number.context, other.context);
    return best && best.words >= words ? best : { other, words };
  }, null);
}

/** A body's number that a number beside it gainsays, both counting something known: years, percent, the dead. */
function rivalOf(number: Claim, body: readonly Claim[]): Claim | null {
  const same = body.filter((other) => other.unit === number.unit);
  const backed = likest(
    number,
    same.filter((other) => other.value === number.value),
  );
  const rival = likest(
    number,
    same.filter(
      (other) =>
        !other.isFormer &&
        other.value !== number.value &&
        !allows(number, other.value) &&
        isNear(other.value, number.value),
    ),
  );
  // The figure is in the body too: then it is about that, unless all speaks for another.
  const least = backed === null ? 2 : backed.words === 0 ? 3 : Number.POSITIVE_INFINITY;
  return rival && rival.words >= least ? rival.other : null;
}

/** The same of numbers that count anything: only where the body has the number nowhere. */
function strangerOf(number: Tally, body: readonly Tally[]): Tally | null {
  if (number.things.size === 0 || body.some((other) => other.value === number.value)) return null;
  const same = body.filter((other) => [...number.things].some((thing) => other.things.has(thing)));
  const rival = likest(
    number,
    same.filter((other) => !other.isFormer && isNear(other.value, number.value) && !canBeSame(number, other)),
  );
  const backed = likest(
    number,
    same.filter((other) => canBeSame(number, other)),
  );
  if (backed && backed.words >= (rival?.words ?? 0)) return null;
  const isOnly = new Set(same.map(({ value }) => value)).size === 1;
  return rival && (rival.words >= 1 || (isOnly && number.value >= TELLING)) ? rival.other : null;
}

/** What headline, deck and captions count is what the body counts. */
export const NUMBER_RULES: readonly Rule[] = [
  storyRule<Numbers>({
    id: 'number-disagrees',
    level: 'warn',
    title: 'Numbers disagree',
    why: 'A headline that says three and a body that says three and a half cannot both be right.',
    gather: numbersIn,
    judge: (sightings) => {
      const furniture = sightings.filter(({ copy }) => !isBody(copy));
      // A headline that was pasted along with the page says again what it says; it bears nobody out.
      const repeated = new Set(furniture.map(({ copy }) => copy.plain));
      const body = sightings.filter(({ copy }) => isBody(copy) && !repeated.has(copy.plain));
      const claims = body.flatMap(({ fact }) => fact.claims);
      const tallies = body.flatMap(({ fact }) => fact.tallies);
      return furniture.flatMap(({ copy, fact }) => {
        const rivals = new Map<number, readonly [Quantity | Count, Quantity | Count]>();
        for (const number of [...fact.claims, ...fact.tallies]) {
          const rival = 'unit' in number ? rivalOf(number, claims) : strangerOf(number, tallies);
          if (rival && !rivals.has(number.start)) rivals.set(number.start, [number, rival]);
        }
        return [...rivals.values()].map(([{ start, end, text }, rival]) => ({
          ...{ copy, start, end },
          message: `“${text}” in the ${copy.kind}, “${rival.text}” in the body.`,
        }));
      });
    },
  }),
];
