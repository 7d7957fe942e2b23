import { isBody, type CopyText } from '../CopyText.ts';
import { storyRule, type Rule } from '../rule.ts';

interface Agreement {
  readonly noun: string;
  readonly isPlural: boolean;
  readonly start: number;
  readonly end: number;
}

const NOUNS =
  'Taliban|Hamas|Hezbollah|administration|agency|army|association|audience|band|bank|board|cabinet|charity|club|coalition|commission|committee|company|congress|council|court|crew|delegation|faction|family|federation|firm|government|group|jury|leadership|media|military|militia|ministry|movement|navy|opposition|parliament|party|public|senate|squad|staff|team|trust|union|university';
/** Verbs whose plain form is no noun, so that “the council plan” is not taken for a verb. */
const VERBS =
  'fail|want|say|deny|refuse|seek|continue|remain|insist|believe|accuse|reject|appear|seem|agree|argue|assert|allow|become|begin|bring|carry|consider|decide|expect|give|go|include|intend|keep|know|lack|maintain|operate|oppose|provide|pursue|receive|see|suggest|tend|understand|acknowledge|concede';
const ADVERB =
  'also|still|now|often|never|always|already|only|repeatedly|consistently|recently|currently|reportedly|further|largely|apparently|clearly|simply|no longer|again';
const PLURAL_VERB = `have|are|were|do|haven['’]t|aren['’]t|weren['’]t|don['’]t|claim to|plan to|${VERBS}`;
const SINGULAR_VERB = `has|is|was|does|hasn['’]t|isn['’]t|wasn['’]t|doesn['’]t|claims to|plans to|${VERBS.replace(/[^|]+/g, thirdPerson)}`;
const AGREEMENT = new RegExp(
  `(?:\\b([Tt]he)\\s+(${NOUNS})|\\b(Taliban|Hamas|Hezbollah))\\s+(?:(?:${ADVERB})\\s+)?(?:(${SINGULAR_VERB})|(${PLURAL_VERB}))(?![\\p{L}’'-])`,
  'gu',
);
/** Before the noun: it is then not the subject, or not the whole of it. */
const NOT_SUBJECT =
  /\b(?:of|by|with|from|against|to|for|in|among|between|and|or|nor|including|inside|within|on|at|under|over|about|like|than|near|across|behind|both|let|see|saw|help|helped|make|made|watch|watched|have|having)\s+(?:the\s+)?$/iu;
/** Before the noun: the verb is then no statement (“did the government say”, “that the council be”). */
const ASKED =
  /\b(?:do|does|did|will|would|can|could|should|may|might|must|demand(?:s|ed)? that|insist(?:s|ed)? that|propos(?:e|es|ed) that)\s+(?:the\s+)?$/iu;

function thirdPerson(verb: string): string {
  if (verb === 'go') return 'goes';
  if (/[^aeiou]y$/.test(verb)) return verb.replace(/y$/, 'ies');
  return /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function gatherAgreements(copy: CopyText): Agreement[] {
  if (!copy.isEnglish || !(isBody(copy) || copy.kind === 'deck' || copy.kind === 'caption')) return [];
  const found: Agreement[] = [];
  for (const match of copy.text.matchAll(AGREEMENT)) {
    const start = match.index;
    const before = copy.text.slice(Math.max(0, start - 40), start);
    // People speak as they speak.
    if (copy.isQuoted(start) || NOT_SUBJECT.test(before) || ASKED.test(before)) continue;
    const noun = (match[2] ?? match[3] ?? '').toLowerCase();
    found.push({ noun, isPlural: match[5] !== undefined, start, end: start + match[0].length });
  }
  return found;
}

/** A body of people is one thing or many, but not both in one story. */
export const GROUP_NOUN_RULES: readonly Rule[] = [
  storyRule<Agreement>({
    id: 'group-noun',
    level: 'note',
    title: 'Group noun singular here, plural there',
    why: 'A group, a team, the Taliban: house style makes it singular or plural, and keeps to it.',
    gather: gatherAgreements,
    judge: (sightings) => {
      const nouns = new Set(sightings.map(({ fact }) => fact.noun));
      return [...nouns].flatMap((noun) => {
        const all = sightings.filter(({ fact }) => fact.noun === noun);
        const plural = all.filter(({ fact }) => fact.isPlural);
        const singular = all.filter(({ fact }) => !fact.isPlural);
        const [odd, usual] = plural.length < singular.length ? [plural, singular] : [singular, plural];
        const [example] = usual;
        if (!example) return [];
        const elsewhere = example.copy.text.slice(example.fact.start, example.fact.end);
        return odd.map(({ copy, fact: { start, end } }) => ({
          ...{ copy, start, end },
          message: `“${copy.text.slice(start, end)}” here, “${elsewhere}” elsewhere: one or many?`,
        }));
      });
    },
  }),
];
