import { isBody, type CopyText } from '../CopyText.ts';
import { storyRule, type Rule, type Sighting, type StorySpot } from '../rule.ts';

interface Form {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const QUOTE_NAMES: Readonly<Record<string, string>> = {
  double: '“double” marks',
  single: '‘single’ marks',
  guillemets: '«guillemets»',
};
const QUOTE_FORMS: Readonly<Record<string, string>> = {
  double: 'double',
  straightDouble: 'double',
  single: 'single',
  straightSingle: 'single',
  guillemets: 'guillemets',
};

function outerQuotations(copy: CopyText): Form[] {
  // Headlines and decks have a style of their own, and a pull-quote is a quotation already.
  if (!['paragraph', 'list', 'caption'].includes(copy.kind)) return [];
  return copy.quotes.quotations
    .filter(({ depth, isClosed }) => depth === 0 && isClosed)
    .map(({ style, start, end }) => ({ form: QUOTE_FORMS[style] ?? style, start, end }));
}

const DASHES: readonly { readonly form: string; readonly pattern: RegExp }[] = [
  { form: 'a spaced hyphen', pattern: /(?<=[\p{L}\p{N},.”’)])[ \u00a0]-[ \u00a0](?=[\p{L}“‘(])/gu },
  { form: 'two hyphens', pattern: /(?<=[\p{L}\p{N},”’) ])--(?=[\p{L}“‘( ])/gu },
  { form: 'a spaced en dash', pattern: /(?<=\S)[ \u00a0]–[ \u00a0]?(?=\S)/gu },
  { form: 'a spaced em dash', pattern: /(?<=\S)[ \u00a0\u2009]—[ \u00a0\u2009](?=\S)/gu },
  { form: 'a closed em dash', pattern: /(?<=[^\s—])—(?=[^\s—])/gu },
];
/** A dateline’s dash at the start, and a speaker’s at the end. */
const DATELINE = /^[\p{Lu}\s,./()-]{2,60}$/u;

function dashes(copy: CopyText): Form[] {
  if (!copy.isEnglish || !(isBody(copy) || copy.kind === 'deck' || copy.kind === 'caption') || copy.kind === 'table')
    return [];
  return DASHES.flatMap(({ form, pattern }) =>
    Array.from(copy.text.matchAll(pattern), (match) => ({
      ...{ form, start: match.index, end: match.index + match[0].length },
    })).filter(({ start }) => !DATELINE.test(copy.text.slice(0, start))),
  );
}

/** The forms in the minority; of two as frequent the one that came first is the house's. */
function oddForms(sightings: readonly Sighting<Form>[], say: (odd: string, usual: string) => string): StorySpot[] {
  const counts = new Map<string, number>();
  for (const { fact } of sightings) counts.set(fact.form, (counts.get(fact.form) ?? 0) + 1);
  const [usual, ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!usual || others.length === 0) return [];
  return sightings
    .filter(({ fact }) => fact.form !== usual[0])
    .map(({ copy, fact }) => ({ copy, start: fact.start, end: fact.end, message: say(fact.form, usual[0]) }));
}

/** Quotations and dashes, set one way. */
export const ONE_STYLE_RULES: readonly Rule[] = [
  storyRule<Form>({
    id: 'quote-style',
    level: 'note',
    title: 'Quotations in two kinds of marks',
    why: 'A story puts quotations in one kind of marks, and the other kind inside them.',
    gather: outerQuotations,
    judge: (sightings) => {
      const scripts = new Set(sightings.map(({ copy }) => copy.script));
      return [...scripts].flatMap((script) =>
        oddForms(
          sightings.filter(({ copy }) => copy.script === script),
          (odd, usual) => `This quotation is in ${QUOTE_NAMES[odd] ?? odd}, others in ${QUOTE_NAMES[usual] ?? usual}.`,
        ),
      );
    },
  }),
  storyRule<Form>({
    id: 'dash-style',
    level: 'note',
    title: 'Dashes set two ways',
    why: 'A story sets its dashes one way.',
    gather: dashes,
    judge: (sightings) =>
      oddForms(
        sightings,
        (odd, usual) => `This dash is ${odd}, others are ${usual.replace(/^a (\S+) (\S+)( dash)?$/, '$1 $2$3')}.`,
      ),
  }),
];
