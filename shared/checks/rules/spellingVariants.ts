import type { CopyText } from '../CopyText.ts';
import { storyRule, type Rule, type Sighting } from '../rule.ts';
import { spellingVariant, type SpellingSide } from '../words/spellingPairs.ts';

interface Variant {
  readonly word: string;
  readonly start: number;
  readonly side: SpellingSide;
  readonly counterpart: string;
}

function gatherVariants(copy: CopyText): Variant[] {
  if (!copy.isEnglish || copy.kind === 'credit' || copy.kind === 'byline' || copy.kind === 'pullQuote') return [];
  const found: Variant[] = [];
  for (const { text, start } of copy.words) {
    let at = start;
    // Names keep the spelling they have: only small letters are ours to choose.
    for (const word of text.split(/[-‐‑]/u)) {
      const variant = /^[a-z]{4,}$/.test(word) ? spellingVariant(word) : null;
      if (variant) found.push({ word, start: at, ...variant });
      at += word.length + 1;
    }
  }
  return found;
}

/** The side that a story is not on because its language tag says so; null where it names no such region. */
function foreignSide(language: string): 'us' | 'uk' | null {
  if (/^en-(?:US|PH|LR)\b/i.test(language)) return 'uk';
  return /^en-(?:GB|AU|NZ|IE|IN|PK|ZA|NG|KE|HK|SG)\b/i.test(language) ? 'us' : null;
}

/** One English a story. */
export const SPELLING_VARIANT_RULES: readonly Rule[] = [
  storyRule<Variant>({
    id: 'spelling-mixed',
    level: 'note',
    title: 'British and American spelling mixed',
    why: 'A story keeps to one English: that of its language, or the one most of it is in.',
    gather: gatherVariants,
    judge: (sightings, { story }) => {
      const us = sightings.filter(({ fact }) => fact.side === 'us');
      const uk = sightings.filter(({ fact }) => fact.side === 'uk' || fact.side === 'ise');
      const ize = sightings.filter(({ fact }) => fact.side === 'ize');
      const ise = sightings.filter(({ fact }) => fact.side === 'ise');
      const odd: Sighting<Variant>[] = [];
      const foreign = foreignSide(story.fields.language);
      // The tag decides, else the majority, else whoever came first.
      if (foreign) odd.push(...(foreign === 'us' ? us : uk));
      else if (us.length > 0 && uk.length > 0) odd.push(...(us.length + ize.length < uk.length ? us : uk));
      // -ize is good British too, beside any British word but -ise.
      if (ize.length > 0 && ise.length > 0) odd.push(...(ise.length > ize.length ? ize : ise));
      const usual = (side: SpellingSide) => (side === 'us' || side === 'ize' ? 'British' : 'American');
      return [...new Set(odd)].map(({ copy, fact }) => ({
        ...{ copy, start: fact.start, end: fact.start + fact.word.length },
        message: `“${fact.word}” stands in a story with ${usual(fact.side)} spelling: “${fact.counterpart}”.`,
        replacement: fact.counterpart,
      }));
    },
  }),
];
