import { storyRule, textRule, type Rule, type Spot } from '../rule.ts';

/** The house's own list. */
export const HOUSE_STYLE_RULES: readonly Rule[] = [
  textRule({
    id: 'house-style',
    level: 'warn',
    title: 'House style',
    why: 'The style file names a form to prefer.',
    look: (copy, { style, styleWork }): Spot[] =>
      copy.kind === 'credit'
        ? []
        : style.find(copy, styleWork).map(({ start, end, preferred, why, level }) => {
            const found = copy.text.slice(start, end);
            const advice =
              preferred === null ? `“${found}” is on the style list.` : `“${found}”: write “${preferred}”.`;
            return {
              ...{ start, end, level },
              message: why === null ? advice : `${advice} ${why}`,
              // In somebody's mouth it is theirs to mend, not ours.
              replacement: preferred === null || copy.isQuoted(start) ? undefined : preferred,
            };
          }),
  }),
  storyRule({
    id: 'house-style-slow',
    level: 'warn',
    title: 'Style pattern that takes too long',
    why: 'The patterns of the style file share what a story is worth; a slow one would hold up all others and you.',
    judge: (_, { house: { styleWork } }) => {
      const [slowest, ...others] = styleWork.turnedOff;
      if (!slowest) return [];
      const also = others.length === 0 ? '' : ` (and ${others.length} more)`;
      const message = `The style list’s pattern “${slowest}”${also} takes too long: it is not looked for in the rest of the story.`;
      return [{ place: { in: 'field', field: 'headline', start: 0, end: 0 }, message }];
    },
  }),
];
