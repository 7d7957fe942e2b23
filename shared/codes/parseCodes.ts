import type { Code, CodeFile } from './codeFile.ts';

const MOST_CODES = 20_000;
const LONGEST_CODE = 60;
const LONGEST_TEXT = 2000;
const MOST_PROBLEMS = 100;

/** Codes compare so: `\May1\` and `\may1\` are one. */
export function codeKey(code: string): string {
  return code.normalize('NFC').toLowerCase();
}

/**
 * Reads a list of codes as photographers keep them: a line each, the code, a tab, what it stands for; more texts after more
 * tabs. Empty lines and those that begin with # are skipped. Never throws: a line that cannot be used is named in a sentence.
 */
export function parseCodes(text: string): CodeFile {
  const codes: Code[] = [];
  const lineOf = new Map<string, number>();
  const problems: string[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (codes.length >= MOST_CODES) {
      problems.push(`Only the first ${MOST_CODES} codes are read; line ${number} and those after it are not.`);
      break;
    }
    const [first = '', ...rest] = line.split('\t');
    const code = first.trim();
    const texts = rest.map((one) => one.trim());
    while (texts.at(-1) === '') texts.pop();
    const problem = lineProblem(code, texts, rest.length > 0, lineOf.get(codeKey(code)));
    if (problem !== null) {
      problems.push(`Line ${number} ${problem}`);
      continue;
    }
    lineOf.set(codeKey(code), number);
    codes.push({ code, texts });
  }
  const more = problems.length - MOST_PROBLEMS;
  return {
    isThere: true,
    codes,
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `${more} more lines could not be used.`] : problems,
  };
}

/** What is wrong with a line, to follow its number; null if nothing is. */
function lineProblem(
  code: string,
  texts: readonly string[],
  hasTab: boolean,
  sameAs: number | undefined,
): string | null {
  if (code === '') return 'has no code before the tab.';
  if (!hasTab) return `has no tab after “${code.slice(0, LONGEST_CODE)}”: code, tab, what it stands for.`;
  if (code.length > LONGEST_CODE) return `has a code of more than ${LONGEST_CODE} characters.`;
  if (/[\s\\#]/u.test(code)) return `has a space, a backslash or a # in its code “${code}”.`;
  if (texts.length === 0) return `does not say what “${code}” stands for.`;
  if (texts.some((text) => text.length > LONGEST_TEXT)) return `has a text of more than ${LONGEST_TEXT} characters.`;
  if (sameAs !== undefined) return `has the code “${code}” of line ${sameAs} again; that line counts.`;
  return null;
}
