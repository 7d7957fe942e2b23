import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** The names a house's style file may have in the library's folder; the first that is there counts. */
const NAMES = ['style.yaml', 'style.yml', 'style.json'] as const;

/** Reads the house's style file of the library in `root`. Never throws: what is wrong with the file is answered. */
export async function readHouse(root: string): Promise<House> {
  for (const fileName of NAMES) {
    let text: string;
    try {
      text = await readFile(join(root, fileName), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return { fileName, file: null, problem: `${fileName} cannot be read.` };
    }
    // The reader of YAML is not needed at most starts.
    const { parseHouseStyle } = await import('../../../shared/checks/style/parseHouseStyle.ts');
    try {
      return { fileName, file: parseHouseStyle(text), problem: null };
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      return { fileName, file: null, problem: error.message };
    }
  }
  return { fileName: null, file: null, problem: null };
}
