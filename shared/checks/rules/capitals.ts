import { isBody } from '../CopyText.ts';
import { textRule, type Rule, type Spot } from '../rule.ts';

/** Nouns that end no institution's name. */
const COMMON = new Set(
  'diaspora diasporas refugee refugees terrorist terrorists militant militants insurgent insurgents civilian civilians fighter fighters villager villagers protester protesters attacker attackers analyst analysts journalist journalists farmer farmers people women men neighbor neighbors neighbour neighbours countryside weapons ammunition explosives airstrike airstrikes ceasefire hostages casualties'.split(
    ' ',
  ),
);

/** Nouns that lost their small letter. */
export const CAPITAL_RULES: readonly Rule[] = [
  textRule({
    id: 'noun-capitalised',
    level: 'note',
    title: 'Common noun with a capital',
    why: 'A capital inside a sentence belongs to names.',
    look: (copy): Spot[] => {
      const isRead = (isBody(copy) && copy.kind !== 'heading' && copy.kind !== 'table') || copy.kind === 'pullQuote';
      if (!copy.isEnglish || !isRead) return [];
      const starts = new Set(copy.sentences.map((sentence) => sentence.start));
      return copy.words.flatMap(({ text, start, end }, i) => {
        const lower = text.toLowerCase();
        if (!/^\p{Lu}\p{Ll}+$/u.test(text) || !COMMON.has(lower) || starts.has(start)) return [];
        const next = copy.words[i + 1];
        const before = copy.words[i - 1];
        // Part of a longer name, or the start of somebody's sentence.
        const inName = next && /^\p{Lu}/u.test(next.text) && copy.text.slice(end, next.start) === ' ';
        const afterName = before && /^\p{Lu}/u.test(before.text) && !/(?:an|ese|ish|[a-z]i)$/u.test(before.text);
        const opens = /["“‘(:]\s*$/u.test(copy.text.slice(Math.max(0, start - 3), start));
        if (inName || afterName || opens) return [];
        return [{ start, end, message: `“${text}” is a common noun: no capital.`, replacement: lower }];
      });
    },
  }),
];
