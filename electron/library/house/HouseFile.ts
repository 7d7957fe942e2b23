import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** What the style file says; the house's words lie beside it. */
type Style = Omit<House, 'words'>;

/** The names a house's style file may have in the library's folder; the first that is there counts. */
const NAMES = ['style.yaml', 'style.yml', 'style.json'] as const;

/**
 * The house's style file of a library. It is written in other programs, so it is read whenever somebody asks; what it says is
 * worked out again only when its text changed.
 */
export class HouseFile {
  #last: { readonly text: string; readonly style: Style } | null = null;

  constructor(private readonly root: string) {}

  /** Never throws: what is wrong with the file is answered. */
  async read(): Promise<Style> {
    for (const fileName of NAMES) {
      let text: string;
      try {
        text = await readFile(join(this.root, fileName), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
        return { fileName, file: null, problem: `${fileName} cannot be read.` };
      }
      if (this.#last?.text === text && this.#last.style.fileName === fileName) return this.#last.style;
      const style = await understand(fileName, text);
      this.#last = { text, style };
      return style;
    }
    return { fileName: null, file: null, problem: null };
  }
}

async function understand(fileName: string, text: string): Promise<Style> {
  // The reader of YAML is not needed at most starts.
  const { parseHouseStyle } = await import('../../../shared/checks/style/parseHouseStyle.ts');
  try {
    return { fileName, file: parseHouseStyle(text), problem: null };
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return { fileName, file: null, problem: error.message };
  }
}
