import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_CODES, type CodeFile } from '../../../shared/codes/codeFile.ts';
import { parseCodes } from '../../../shared/codes/parseCodes.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** The list's name in a library's folder, beside style.yaml. */
const CODES_FILE = 'codes.txt';
/** More is no list of names. */
const MOST_BYTES = 8 * 1024 * 1024;

const STARTER = `# Code replacements. A line each: the code, a tab, what it stands for.
# Typed between backslashes, as in \\pm\\, a code becomes its text when the second backslash is typed.
# After another tab a second text may follow: \\pm#2\\ takes that one.
#
# pm\tAnneliese Noor, the prime minister\tMs Noor
#
# In a caption a text may be a template: {city}, {country}, {date}, {creator}, {credit}, {source}, {copyright}, {headline} and
# {caption} are what the picture says of itself (TK where it says nothing), and {} is where the caret goes.
#
# cap\t{} in {city}, {country}, on {date}. (Photo by {creator})
`;

/**
 * The list of codes in a library's folder. It is written in other programs, so it is read whenever somebody asks; what it
 * says is worked out again only when its bytes changed.
 */
export class CodesFile {
  readonly #path: string;
  #last: { readonly bytes: Buffer; readonly codes: CodeFile } | null = null;

  constructor(root: string) {
    this.#path = join(root, CODES_FILE);
  }

  /** Never throws: what is wrong with the file is answered. */
  async read(): Promise<CodeFile> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.#path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NO_CODES;
      return { ...NO_CODES, isThere: true, problems: [`${CODES_FILE} cannot be read.`] };
    }
    if (this.#last?.bytes.equals(bytes) !== true) this.#last = { bytes, codes: understand(bytes) };
    return this.#last.codes;
  }

  /** Makes a list that explains itself where there is none; answers its path. Throws StetError `cannotWrite`. */
  async make(): Promise<string> {
    try {
      await writeFile(this.#path, STARTER, { flag: 'wx' });
      return this.#path;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return this.#path;
      throw new StetError('cannotWrite', `${CODES_FILE} could not be made in the library’s folder.`);
    }
  }
}

function understand(bytes: Buffer): CodeFile {
  const refused = (why: string): CodeFile => ({ isThere: true, codes: [], problems: [`${CODES_FILE} ${why}`] });
  if (bytes.length > MOST_BYTES) return refused('is too long to be a list of codes (more than 8 MB).');
  try {
    return parseCodes(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('is not UTF-8 text. Save it as UTF-8; nothing of it is used until then.');
  }
}
