import type { CopyText } from '../CopyText.ts';
import { textRule, type Rule, type Spot } from '../rule.ts';

/** Where a no-break space belongs: figures and units, initials and titles, French punctuation, dashes. */
const BEFORE_BELONGS = /(?:\d|\b\p{Lu}\.|\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|p)\.?|[«§])$/u;
const AFTER_BELONGS = /^(?:[»!?;:–—%]|\d|(?:km|kg|m|cm|mm|g|mph|kph|°C?|€|\$|£)\b)/u;

function spots(
  copy: CopyText,
  pattern: RegExp,
  toSpot: (match: RegExpExecArray) => Omit<Spot, 'start' | 'end'> | null,
): Spot[] {
  const found: Spot[] = [];
  for (const match of copy.text.matchAll(pattern)) {
    const spot = toSpot(match);
    if (spot) found.push({ start: match.index, end: match.index + match[0].length, ...spot });
  }
  return found;
}

/** Letters in one place that look like another, and spaces nobody can see. */
export const TYPOGRAPHY_RULES: readonly Rule[] = [
  textRule({
    id: 'no-break-space',
    level: 'note',
    title: 'No-break space',
    why: 'No-break spaces come along with pasted text; they tear holes into lines and hide words from search.',
    look: (copy) =>
      spots(copy, /[\u00a0\u202f]+(?=\S)/gu, (match) => {
        const before = copy.text.slice(0, match.index);
        const after = copy.text.slice(match.index + match[0].length);
        if (before !== '' && (BEFORE_BELONGS.test(before) || AFTER_BELONGS.test(after))) return null;
        if (/^(?:fr|ar|he|ur|fa)\b/.test(copy.language) && /^[»!?;:]/u.test(after)) return null;
        const replacement = before === '' || /\s$/u.test(before) ? '' : ' ';
        return { message: 'A no-break space stands where a plain one belongs.', replacement };
      }),
  }),
  textRule({
    id: 'space-at-end',
    level: 'note',
    title: 'Space at the end',
    why: 'Spaces behind the last word are left over from pasting, and some systems print them.',
    look: (copy) =>
      spots(copy, /[^\S\n]+$/gu, (match) => ({
        message: /\u00a0/u.test(match[0]) ? 'The text ends in a no-break space.' : 'The text ends in a space.',
        replacement: '',
      })),
  }),
  textRule({
    id: 'double-space',
    level: 'note',
    title: 'Two spaces',
    why: 'One space parts words; two make a hole.',
    // Runs of plain and no-break spaces in any mix, inside a line.
    look: (copy) =>
      copy.kind === 'table'
        ? []
        : spots(copy, /(?<=\S)[^\S\n\t]{2,}(?=\S)/gu, () => ({ message: 'Two spaces in a row.', replacement: ' ' })),
  }),
  textRule({
    id: 'space-before-mark',
    level: 'note',
    title: 'Space before a comma or full stop',
    why: 'Commas and full stops stand right behind the word.',
    look: (copy) =>
      copy.isEnglish
        ? spots(copy, /(?<=\p{L})[ \u00a0]+([,;]|\.(?!\.|\d|\p{L}))/gu, (match) => ({
            message: `A space stands before “${match[1]}”.`,
            replacement: match[1],
          }))
        : [],
  }),
  textRule({
    id: 'doubled-mark',
    level: 'note',
    title: 'Doubled punctuation',
    why: 'Two commas or two full stops in a row are left over from an edit.',
    look: (copy) =>
      spots(copy, /(?<!\.)\.\.(?!\.)|,{2,}|،{2,}|;{2,}/gu, (match) => ({
        message: `“${match[0]}” is printed where one mark belongs.`,
        replacement: match[0].charAt(0),
      })),
  }),
];
