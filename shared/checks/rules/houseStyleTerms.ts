import { textRule, type Rule, type Spot } from '../rule.ts';

/** The house's own list. */
export const HOUSE_STYLE_RULES: readonly Rule[] = [
  textRule({
    id: 'house-style',
    level: 'warn',
    title: 'House style',
    why: 'The style file names a form to prefer.',
    look: (copy, { style }): Spot[] =>
      copy.kind === 'credit'
        ? []
        : style.find(copy).map(({ start, end, preferred, why, level }) => {
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
];
