import { createHunspellFromStrings } from 'hunspell-wasm';
import { describe, expect, it, vi } from 'vitest';
import { AffixedWords } from '../../../../electron/words/AffixedWords.ts';

// Dictionaries are read on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const ENGLISH = ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-ca', 'dictionary-en-au'] as const;
const OTHERS = ['dictionary-fr', 'dictionary-he', 'dictionary-fa'] as const;
const FRONTS = ['', 're', 'un', 'in', 'de', 'dis', 'con', 'pro', 'undis'];
const ENDS = [
  ...[
    '',
    's',
    'es',
    'ed',
    'd',
    'ing',
    'ings',
    "'s",
    'ly',
    'er',
    'ers',
    'r',
    'rs',
    'est',
    'st',
    'ies',
    'ied',
    'ier',
    'iest',
  ],
  ...['ness', 'iness', 'able', 'ment', 'ive', 'ion', 'ions', 'en', 'ens', 'ication', 'th', 'ieth'],
];

async function read(name: string): Promise<{ readonly aff: string; readonly dic: string }> {
  const { default: files } = (await import(name)) as { default: { aff: Uint8Array; dic: Uint8Array } };
  const text = new TextDecoder();
  return { aff: text.decode(files.aff), dic: text.decode(files.dic) };
}

describe('words with affixes', () => {
  it.each(ENGLISH)('are told from others as Hunspell tells them: %s', async (name) => {
    const { aff, dic } = await read(name);
    const words = AffixedWords.read(aff, dic);
    const hunspell = await createHunspellFromStrings(aff, dic);
    const entries = dic.split('\n').flatMap((line) => /^[A-Za-z']+/u.exec(line)?.[0].toLowerCase() ?? []);
    const asked = entries
      .filter((_, at) => at % 500 === 0)
      .flatMap((word, at) => [
        ...FRONTS.flatMap((front) => ENDS.flatMap((end) => [front + word + end, front + word.slice(0, -1) + end])),
        ...[word + word, word.slice(1), `19-${word}`, `${word}-${entries[at] ?? ''}`, `x-${word}-12`],
      ]);
    const differing = asked.filter((word) => {
      const said = words?.has(word) ?? null;
      return said !== null && said !== hunspell.testSpelling(word);
    });
    expect(asked.length).toBeGreaterThan(50_000);
    expect(asked.filter((word) => words?.has(word) === true).length).toBeGreaterThan(500);
    expect(differing).toEqual([]);
  });

  it.each(OTHERS)('are not all there is to a dictionary: %s', async (name) => {
    const { aff, dic } = await read(name);
    expect(AffixedWords.read(aff, dic)).toBeNull();
  });

  it('leave to Hunspell what has capitals or joins letters and digits', async () => {
    const { aff, dic } = await read('dictionary-en');
    const words = AffixedWords.read(aff, dic);
    expect(['UN-backed', 'Paris', '19th', 'a-b-c-d-e', 'dogs’', ''].map((word) => words?.has(word))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});
