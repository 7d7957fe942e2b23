import type { Level } from '../finding.ts';
import { textRule, type Rule, type Spot } from '../rule.ts';

/** What writers leave to be filled in. Capitals and brackets matter: these are no words. */
const PLACEHOLDERS: readonly { readonly pattern: RegExp; readonly what: string; readonly level?: Level }[] = [
  { pattern: /(?<![\p{L}\p{N}])(?:TK)+(?:ing)?(?![\p{L}\p{N}])/gu, what: 'still to come' },
  { pattern: /(?<![\p{L}\p{N}])(?:X{3,}|x{3,}|_{3,}|\?{3,})(?![\p{L}\p{N}])/gu, what: 'left blank', level: 'warn' },
  { pattern: /(?<![\p{L}\p{N}])(?:TBC|TBD|TBA|FIXME|TODO|CQ)(?![\p{L}\p{N}])/gu, what: 'a note to the desk' },
  { pattern: /\blorem ipsum\b/giu, what: 'filler text', level: 'warn' },
  {
    pattern: /[[<{](?:insert|add|check|name|date|place|figure|quote|link|source|tk|to come)\b[^\]>}]{0,60}[\]>}]/giu,
    what: 'a note to fill in',
  },
  { pattern: /\[(?:\.{3}|…)?\s*\?+\s*\]/gu, what: 'an open question', level: 'warn' },
];

/** What must not be printed wherever it stands: furniture, captions and quotes included. */
export const PLACEHOLDER_RULES: readonly Rule[] = [
  textRule({
    id: 'placeholder',
    level: 'block',
    title: 'Placeholder left',
    why: 'TK, XXX and the like stand for words that were never filled in.',
    look: (copy): Spot[] =>
      PLACEHOLDERS.flatMap(({ pattern, what, level }) =>
        Array.from(copy.text.matchAll(pattern), (match) => ({
          ...{ start: match.index, end: match.index + match[0].length },
          message: `“${match[0]}” looks like ${what}.`,
          level,
        })),
      ),
  }),
];
