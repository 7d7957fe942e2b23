import { storyRule, textRule, type Rule, type Spot } from '../rule.ts';

const ARABIC_MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

interface Digits {
  readonly start: number;
  readonly end: number;
  readonly kind: 'eastern' | 'persian';
}

/** What Arabic, Persian and Urdu are written with. */
export const ARABIC_SCRIPT_RULES: readonly Rule[] = [
  textRule({
    id: 'arabic-punctuation',
    level: 'note',
    title: 'Latin comma in Arabic script',
    why: 'Arabic and Urdu have commas, semicolons and question marks of their own, which turn the right way.',
    look: (copy): Spot[] =>
      copy.script === 'arabic'
        ? Array.from(copy.text.matchAll(/(?<=\p{Script=Arabic}\p{M}*[»”"]?)[,;?](?=\s|$|[»”"])/gu), (match) => ({
            ...{ start: match.index, end: match.index + 1 },
            message: `A Latin “${match[0]}” stands behind Arabic letters.`,
            replacement: ARABIC_MARKS[match[0]],
          }))
        : [],
  }),
  storyRule<Digits>({
    id: 'arabic-digits',
    level: 'note',
    title: 'Two kinds of Arabic digits',
    why: 'Arabic digits and those of Persian and Urdu look alike and are not found as one number.',
    gather: (copy) =>
      Array.from(copy.text.matchAll(/[٠-٩]+|[۰-۹]+/gu), (match) => ({
        ...{ start: match.index, end: match.index + match[0].length },
        kind: match[0] >= '۰' ? ('persian' as const) : ('eastern' as const),
      })),
    judge: (sightings) => {
      const persian = sightings.filter(({ fact }) => fact.kind === 'persian');
      const eastern = sightings.filter(({ fact }) => fact.kind === 'eastern');
      const odd = persian.length < eastern.length ? persian : eastern;
      return persian.length === 0 || eastern.length === 0
        ? []
        : odd.map(({ copy, fact: { start, end } }) => ({
            ...{ copy, start, end },
            message: `“${copy.text.slice(start, end)}” is in another kind of digits than the rest.`,
          }));
    },
  }),
];
