import type { DictionaryName } from '../../shared/spelling/spellingLanguages.ts';

/** A dictionary ready to be asked. */
export interface Dictionary {
  knows(word: string): boolean;
  /** What may have been meant, the likeliest first. */
  suggest(word: string): readonly string[];
}

interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/** The packages are named one by one: a bundler leaves out what it cannot see. */
const PACKAGES: Readonly<Record<DictionaryName, () => Promise<{ readonly default: DictionaryFiles }>>> = {
  'en-US': () => import('dictionary-en'),
  'en-GB': () => import('dictionary-en-gb'),
  'en-CA': () => import('dictionary-en-ca'),
  'en-AU': () => import('dictionary-en-au'),
  fr: () => import('dictionary-fr'),
  he: () => import('dictionary-he'),
};

/** Reads a dictionary into Hunspell; null where its package was left out of this copy of Stet. */
export async function loadDictionary(name: DictionaryName): Promise<Dictionary | null> {
  const files = await readFiles(name);
  if (!files) return null;
  const { createHunspellFromStrings } = await import('hunspell-wasm');
  const text = new TextDecoder();
  const hunspell = await createHunspellFromStrings(text.decode(files.aff), text.decode(files.dic));
  return {
    knows: (word) => hunspell.testSpelling(word),
    suggest: (word) => hunspell.getSpellingSuggestions(word),
  };
}

async function readFiles(name: DictionaryName): Promise<DictionaryFiles | null> {
  try {
    return (await PACKAGES[name]()).default;
  } catch (error) {
    const isLeftOut = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (isLeftOut) return null;
    throw error;
  }
}
