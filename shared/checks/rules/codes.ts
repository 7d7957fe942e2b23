import { textRule, type Rule, type Spot } from '../rule.ts';

/** A code of a list such as `\may1\` or `\may1#2\`; a path such as `C:\Users\Public` is none. */
const CODE = /(?<![\p{L}\p{N}:\\])\\[^\s\\#/]{1,60}(?:#\d{1,2})?\\(?![\p{L}\p{N}\\])/gu;

/** Codes that stand for a name and were not replaced: no list has them, or they were pasted. */
export const CODE_RULES: readonly Rule[] = [
  textRule({
    id: 'unknown-code',
    level: 'block',
    title: 'Code that was not replaced',
    why: 'A code stands for a name and a title; left in the text it is printed as it is.',
    look: (copy): Spot[] =>
      Array.from(copy.text.matchAll(CODE), (match) => ({
        ...{ start: match.index, end: match.index + match[0].length },
        message: `“${match[0]}” looks like a code that stands for something: write it out, or add it to codes.txt.`,
      })),
  }),
];
