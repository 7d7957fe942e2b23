import { isBody, type CopyText } from '../CopyText.ts';
import type { QuoteProblem } from '../quotations.ts';
import { storyRule, textRule, type Rule, type Spot } from '../rule.ts';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSERS = new Set(Object.values(PAIRS));

interface QuoteFact {
  readonly problems: readonly QuoteProblem[];
  readonly opensWithMark: boolean;
}

function findBracketSpots({ text }: CopyText): Spot[] {
  const found: Spot[] = [];
  const open: { readonly at: number; readonly char: string }[] = [];
  for (const match of text.matchAll(/[()[\]{}]/gu)) {
    const [char] = match;
    const before = text.slice(0, match.index);
    if (PAIRS[char]) open.push({ at: match.index, char });
    else if (CLOSERS.has(char)) {
      const last = open.at(-1);
      if (last && PAIRS[last.char] === char) open.pop();
      // `a)` and `1)` count items, `:)` smiles.
      else if (!(char === ')' && /(?:^|\s)(?:\p{L}|\d{1,2})$|[:;]-?$/u.test(before))) {
        found.push({
          start: match.index,
          end: match.index + 1,
          message: `“${char}” closes a bracket that was never opened.`,
        });
      }
    }
  }
  for (const { at, char } of open) {
    if (!/^:?-?\($/.test(text.slice(at - 1, at + 1)) || !/[:;]/.test(text.charAt(at - 1)))
      found.push({ start: at, end: at + 1, message: `“${char}” is never closed.` });
  }
  return found;
}

const SAYS: Readonly<Record<QuoteProblem['kind'], string>> = {
  unclosed: 'This quotation is never closed.',
  stray: 'This mark closes a quotation that was never opened.',
  sameInside: 'A quotation begins inside another with the same marks: use single marks inside double ones.',
  crossed: 'This quotation is still open when the one around it closes.',
};

/** Marks that come in pairs, paired. */
export const PAIR_RULES: readonly Rule[] = [
  textRule({
    id: 'bracket-unpaired',
    level: 'warn',
    title: 'Bracket without its other half',
    why: 'A bracket that is not closed leaves the reader inside it.',
    look: findBracketSpots,
  }),
  storyRule<QuoteFact>({
    id: 'quote-mark-unpaired',
    level: 'warn',
    title: 'Quote mark without its other half',
    why: 'Where quote marks do not pair, nobody can tell whose words they are.',
    gather: (copy) => [{ problems: copy.quotes.problems, opensWithMark: /^\s*["“„«]/u.test(copy.text) }],
    judge: (sightings) =>
      sightings.flatMap(({ copy, fact }, i) => {
        // A speech over several paragraphs is closed only in the last, and each of them opens with a mark.
        const next = sightings.slice(i + 1).find((other) => isBody(other.copy));
        const goesOn = isBody(copy) && next?.fact.opensWithMark;
        const problems = fact.problems.filter(({ kind }, at) => {
          const isLast = at === fact.problems.length - 1;
          return !(kind === 'unclosed' && isLast && goesOn);
        });
        // One missing mark upsets all that follow in its text: the first is the one to mend.
        return problems.slice(0, 1).map(({ at, kind }) => ({
          ...{ copy, start: at, end: at + 1 },
          message: SAYS[kind],
        }));
      }),
  }),
];
