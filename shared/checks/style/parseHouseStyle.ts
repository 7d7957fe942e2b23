import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { StetError } from '../../lang/result.ts';
import { RULES } from '../ruleRegistry.ts';
import { HouseStyle, type HouseStyleFile } from './houseStyle.ts';
import { houseStyleSchema } from './houseStyleSchema.ts';

/** Characters; a style file of ten thousand entries has a tenth of them. */
const LONGEST = 5_000_000;

/**
 * Reads a style file, YAML or JSON, as data. Throws StetError `badStyle` or `badPattern` with one sentence that says what is
 * wrong in which line.
 */
export function parseHouseStyle(text: string): HouseStyleFile {
  if (text.length > LONGEST) throw new StetError('badStyle', 'The style file is too large to be one.');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw badStyle(lines.linePos(broken.pos[0]).line, `this is not YAML. ${sentence(broken.message)}`);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path);

  const parsed = houseStyleSchema.safeParse(toData(document) ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (!issue) throw badStyle(1, 'it cannot be read.');
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    const where = path.join('.') || 'the file';
    const what = unknown === undefined ? `“${where}” is not right. ${sentence(issue.message)}` : noSuchKey(where);
    throw badStyle(lineOf(path), what);
  }
  const file = parsed.data;
  const known = new Set(RULES.map(({ id }) => id));
  const odd = Object.keys(file.rules).find((id) => !known.has(id));
  if (odd !== undefined) throw badStyle(lineOf(['rules', odd]), `there is no rule “${odd}”.`);
  for (const [index, entry] of file.entries.entries()) {
    try {
      HouseStyle.checkEntry(entry);
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      const line = lineOf(['entries', index]);
      throw new StetError(error.code, `The style file is wrong in line ${line}: ${lowerFirst(error.message)}`);
    }
  }
  return file;
}

function toData(document: Document.Parsed): unknown {
  try {
    // Aliases can make a small file huge.
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new StetError('badStyle', 'The style file uses aliases (“*name”), which are not read: write it out.');
  }
}

/** The line of the part at a path, or of the nearest part around it that is there. */
function lineAt(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let { length } = path; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function badStyle(line: number, what: string): StetError {
  return new StetError('badStyle', `The style file is wrong in line ${line}: ${what}`);
}

function noSuchKey(where: string): string {
  return `nothing is called “${where}” in a style file.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One line, ended. */
function sentence(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
