import type { Grammarian } from '../../shared/grammar/Grammarian.ts';

/** Reads grammar in this process, where nobody types meanwhile. */
export const readGrammarHere: Grammarian = {
  async read(query) {
    return (await reader()).read(query);
  },
};

let loading: Promise<Grammarian> | undefined;

/** Some seconds and 300 MB, once: only who asks for it pays. */
function reader(): Promise<Grammarian> {
  loading ??= import('../grammar/HarperReader.ts').then(({ HarperReader }) => new HarperReader());
  return loading;
}
