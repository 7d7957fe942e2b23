import type { Grammarian } from '../../shared/grammar/Grammarian.ts';

/** Reads grammar in this process, where nobody types meanwhile. */
export const readGrammarHere: Grammarian = {
  async read(query) {
    // Some seconds and 300 MB: only who asks for it pays.
    const { HarperReader } = await import('../grammar/HarperReader.ts');
    return new HarperReader().read(query);
  },
};
