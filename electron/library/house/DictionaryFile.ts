import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';

/** The house's own words in the library's folder. */
const NAME = 'dictionary.txt';
const OPENING =
  '# The house’s dictionary: words that are right as they are, one a line. Lines with a # are passed over.\n';
const MOST_WORDS = 50_000;

/**
 * The house's words: a plain list that travels with the library and may be edited in any program. It is read whenever
 * somebody asks; adding a word leaves what is there as it is.
 */
export class DictionaryFile {
  readonly #path: string;

  constructor(root: string) {
    this.#path = join(root, NAME);
  }

  /** Empty where there is no file, or none that can be read. */
  async read(): Promise<readonly string[]> {
    const text = (await this.#text()) ?? '';
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return lines.filter((line) => line !== '' && line.length <= 200 && !line.startsWith('#')).slice(0, MOST_WORDS);
  }

  /** Adds a word at the end, once. Throws StetError `cannotWrite`. */
  async add(word: string): Promise<void> {
    if ((await this.read()).includes(word)) return;
    const text = await this.#text();
    const before = text === null ? OPENING : text === '' || text.endsWith('\n') ? '' : '\n';
    try {
      await appendFile(this.#path, `${before}${word}\n`);
    } catch {
      throw new StetError(
        'cannotWrite',
        `“${word}” was not added: ${NAME} in the library’s folder cannot be written.`,
        true,
      );
    }
  }

  async #text(): Promise<string | null> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch {
      return null;
    }
  }
}
