import { grammarDialectOf } from '../../grammar/Grammarian.ts';
import type { CopyKind } from '../CopyText.ts';
import { storyRule, type Rule } from '../rule.ts';

/** Texts that are sentences: a headline has a grammar of its own, and a pull-quote is mended where it was pulled from. */
const PROSE: ReadonlySet<CopyKind> = new Set(['deck', 'paragraph', 'quote', 'list', 'caption', 'alt']);

/** What the grammar engine has to say. */
export const GRAMMAR_RULES: readonly Rule[] = [
  storyRule<true>({
    id: 'grammar',
    level: 'note',
    title: 'Grammar',
    why: 'Verbs that do not agree, a word that sounds like the one meant, a missing article: slips that every word of is spelt right.',
    yields: true,
    gather: (copy, { readings }) => (readings !== null && PROSE.has(copy.kind) ? [true] : []),
    judge: (sightings, { house: { readings } }) =>
      sightings.flatMap(({ copy }) => {
        const dialect = grammarDialectOf(copy.language);
        if (!readings || !dialect || !copy.isEnglish) return [];
        return readings.notes(dialect, copy.text).map(({ start, end, message, replacement }) => ({
          ...{ copy, start, end, message },
          ...(replacement !== null && { replacement }),
        }));
      }),
  }),
];
