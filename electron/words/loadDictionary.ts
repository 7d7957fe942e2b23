import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Hunspell } from 'hunspell-wasm';
import type { DictionaryName } from '../../shared/spelling/spellingLanguages.ts';
import { AffixedWords } from './AffixedWords.ts';
import { LetterTree } from './LetterTree.ts';
import { nearWords } from './nearWords.ts';

/** A dictionary ready to be asked. */
export interface Dictionary {
  /** Those of the words it does not have. */
  unknown(words: readonly string[]): Promise<readonly string[]>;
  /** What may have been meant, the likeliest first. */
  suggest(word: string): Promise<readonly string[]>;
}

interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/** The packages are named one by one: a bundler leaves out what it cannot see. */
const HUNSPELL: Readonly<Record<Exclude<DictionaryName, 'ar'>, () => Promise<{ readonly default: DictionaryFiles }>>> =
  {
    'en-US': () => import('dictionary-en'),
    'en-GB': () => import('dictionary-en-gb'),
    'en-CA': () => import('dictionary-en-ca'),
    'en-AU': () => import('dictionary-en-au'),
    fr: () => import('dictionary-fr'),
    he: () => import('dictionary-he'),
    fa: () => import('dictionary-fa'),
  };

/** Reads a dictionary; null where its package was left out of this copy of Stet. */
export async function loadDictionary(name: DictionaryName): Promise<Dictionary | null> {
  try {
    return name === 'ar' ? await loadArabic() : await loadHunspell((await HUNSPELL[name]()).default);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Hunspell itself takes ten times as long to be ready: where plain affixes will do, it waits until it is needed. */
async function loadHunspell(files: DictionaryFiles): Promise<Dictionary> {
  const text = new TextDecoder();
  const [aff, dic] = [text.decode(files.aff), text.decode(files.dic)];
  let loading: Promise<Hunspell> | undefined;
  const hunspell = () =>
    (loading ??= import('hunspell-wasm').then(({ createHunspellFromStrings }) => createHunspellFromStrings(aff, dic)));
  const plain = AffixedWords.read(aff, dic);
  if (!plain) await hunspell();
  return {
    async unknown(words) {
      const judged = words.map((word) => ({ word, isKnown: plain?.has(word) ?? null }));
      const engine = judged.some(({ isKnown }) => isKnown === null) ? await hunspell() : null;
      return judged.flatMap(({ word, isKnown }) => ((isKnown ?? engine?.testSpelling(word)) ? [] : [word]));
    },
    async suggest(word) {
      return (await hunspell()).getSpellingSuggestions(word);
    },
  };
}

/** Ayaspell's words come as a tree of all their forms: Hunspell's own form of it is in no package. */
async function loadArabic(): Promise<Dictionary> {
  const manifest = createRequire(import.meta.url).resolve('@cspell/dict-ar/cspell-ext.json');
  const packed = await readFile(join(dirname(manifest), 'ar.trie.gz'));
  const tree = new LetterTree(gunzipSync(packed));
  return {
    unknown: (words) => Promise.resolve(words.filter((word) => !tree.has(word))),
    suggest: (word) => Promise.resolve(nearWords(word, (near) => tree.has(near))),
  };
}
