import type { CopyText } from '../CopyText.ts';
import { storyRule, type Rule } from '../rule.ts';

interface Mark {
  readonly start: number;
  readonly char: string;
  readonly isStraight: boolean;
}

/** Apostrophes and quote marks, but not feet, inches, minutes, or the gershayim of Hebrew words. */
function findMarks(copy: CopyText): Mark[] {
  const marks: Mark[] = [];
  for (const match of copy.text.matchAll(/["'“”‘’]/gu)) {
    const [char] = match;
    const before = copy.text.charAt(match.index - 1);
    const after = copy.text.charAt(match.index + 1);
    const isStraight = char === '"' || char === "'";
    if (isStraight && /\d/.test(before) && !/\p{L}/u.test(after)) continue;
    if (isStraight && /[\u0590-\u06ff]/u.test(before + after)) continue;
    marks.push({ start: match.index, char, isStraight });
  }
  return marks;
}

/** The curly form of a straight mark where it stands. */
function curly(text: string, at: number, char: string): string {
  const before = text.charAt(at - 1);
  const opens = before === '' || /[\s([{—–\-/“‘]/u.test(before);
  // ’90s and the like: an apostrophe, though it follows a space.
  const isElision = char === "'" && /^\d0s\b/.test(text.slice(at + 1));
  if (char === '"') return opens ? '“' : '”';
  return opens && !isElision ? '‘' : '’';
}

/** One kind of mark through the whole story; what stands in the minority is a leftover. */
export const STRAIGHT_MARK_RULES: readonly Rule[] = [
  storyRule<Mark>({
    id: 'straight-mark',
    level: 'note',
    title: 'Straight mark among curly ones',
    why: 'Straight and curly apostrophes and quote marks in one story show where text was pasted in.',
    gather: findMarks,
    judge: (sightings) => {
      const straight = sightings.filter(({ fact }) => fact.isStraight);
      const isCurlyStory = sightings.length - straight.length > straight.length;
      if (!isCurlyStory) return [];
      return straight.map(({ copy, fact }) => ({
        ...{ copy, start: fact.start, end: fact.start + 1 },
        message: `A straight ${isApostrophe(copy.text, fact) ? 'apostrophe' : 'quote mark'} stands among curly ones.`,
        replacement: curly(copy.text, fact.start, fact.char),
      }));
    },
  }),
];

function isApostrophe(text: string, { start, char }: Mark): boolean {
  return char === "'" && /\p{L}/u.test(text.charAt(start - 1));
}
