import type { Proofreader } from '../../shared/spelling/Proofreader.ts';

/** Looks words up in this process, where nobody types meanwhile. */
export const proofreadHere: Proofreader = {
  async unknownWords(query) {
    return (await reader()).unknownWords(query);
  },
  async suggest(language, word) {
    return (await reader()).suggest(language, word);
  },
};

let loading: Promise<Proofreader> | undefined;

/** Made with the first word: most commands need none. */
function reader(): Promise<Proofreader> {
  loading ??= import('../words/DictionaryReader.ts').then(({ DictionaryReader }) => new DictionaryReader());
  return loading;
}
