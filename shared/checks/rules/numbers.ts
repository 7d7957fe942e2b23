import { isBody, type CopyText } from '../CopyText.ts';
import { plainWords } from '../plainWords.ts';
import { findQuantities, type Quantity } from '../quantities.ts';
import { storyRule, type Rule, type Sighting } from '../rule.ts';

interface Claim extends Quantity {
  /** The words of the sentence around it that carry meaning, in small letters. */
  readonly context: ReadonlySet<string>;
}

const SMALL_WORDS = new Set(
  'about after again also been before being between both could during each even every from have into just later more most much only other over same should since some such than that their them then there these they this those through time under until were what when where which while will with would year years month months week weeks days hours people least ago'.split(
    ' ',
  ),
);

function claims(copy: CopyText): Claim[] {
  if (!copy.isEnglish || !(isBody(copy) || ['headline', 'deck', 'caption'].includes(copy.kind))) return [];
  return findQuantities(copy.text).map((quantity) => {
    const sentence = copy.sentenceAt(quantity.start);
    const context = new Set<string>();
    for (const { text, start, end } of copy.words) {
      const isAround =
        start >= sentence.start && end <= sentence.end && (end <= quantity.start || start >= quantity.end);
      const word = text.toLowerCase().replace(/['’]s$/u, '');
      if (isAround && (word.length > 3 || /^[A-Z]{2,}$/.test(text)) && !SMALL_WORDS.has(word)) context.add(word);
    }
    return { ...quantity, context };
  });
}

function shared(a: Claim, b: Claim): number {
  let count = 0;
  for (const word of a.context) if (b.context.has(word)) count += 1;
  return count;
}

/** Figures of the same kind close enough to mean the same thing: a count that grew tenfold is another count. */
function isNear(a: number, b: number): boolean {
  return Math.max(a, b) <= Math.min(a, b) * 1.6;
}

/** What headline, deck and captions count is what the body counts. */
export const NUMBER_RULES: readonly Rule[] = [
  storyRule<Claim>({
    id: 'number-disagrees',
    level: 'warn',
    title: 'Numbers disagree',
    why: 'A headline that says three and a body that says three and a half cannot both be right.',
    gather: claims,
    judge: (sightings) => {
      const furniture = sightings.filter(({ copy }) => !isBody(copy));
      // A headline that was pasted along with the page says again what it says; it bears nobody out.
      const repeated = new Set(furniture.map(({ copy }) => plainWords(copy.text)));
      const body = sightings.filter(({ copy }) => isBody(copy) && !repeated.has(plainWords(copy.text)));
      return furniture.flatMap(({ copy, fact }) => {
        const same = body.filter((other) => other.fact.unit === fact.unit);
        // The figure is in the body too: then it is about that.
        if (same.some((other) => other.fact.value === fact.value)) return [];
        const rival = same
          .filter((other) => isNear(other.fact.value, fact.value) && shared(other.fact, fact) >= 2)
          .reduce<Sighting<Claim> | null>(
            (best, other) => (best && shared(best.fact, fact) >= shared(other.fact, fact) ? best : other),
            null,
          );
        if (!rival) return [];
        const message = `“${fact.text}” in the ${copy.kind}, “${rival.fact.text}” in the body.`;
        return [{ copy, start: fact.start, end: fact.end, message }];
      });
    },
  }),
];
