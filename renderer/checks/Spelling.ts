import type { Finding } from '../../shared/checks/finding.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { dictionaryForm } from '../../shared/spelling/dictionaryForm.ts';
import { Proofs } from '../../shared/spelling/Proofs.ts';
import { spellingLanguageOfWord } from '../../shared/spelling/spellingLanguages.ts';
import type { Story } from '../../shared/story/story.ts';

/** What the library's dictionaries have said in this window, and the way to ask them more. */
export class Spelling {
  readonly proofs = new Proofs();

  constructor(private readonly library: LibraryClient) {}

  /** Has looked up what the checks wanted to know; answers whether there was anything, so that checking again says more. */
  async lookUp(): Promise<boolean> {
    let isAnyNew = false;
    for (const query of this.proofs.takeWanted()) {
      const words = [...query.words];
      const answer = await this.library.request('words.unknown', { language: query.language, words });
      // Unanswered words are asked for again by the next check.
      if (!answer.ok) continue;
      this.proofs.learn(query, answer.value);
      isAnyNew = true;
    }
    return isAnyNew;
  }

  /** What a misspelt word may have been meant to be; empty where nothing comes near or nobody answers. */
  async suggest({ place, excerpt }: Finding, story: Story): Promise<readonly string[]> {
    const block = place.in === 'block' ? story.blocks.find(({ id }) => id === place.blockId) : undefined;
    const language = spellingLanguageOfWord(excerpt, block?.language ?? story.fields.language);
    if (!language) return [];
    const answer = await this.library.request('words.suggest', { language, word: dictionaryForm(excerpt) });
    // Written with the apostrophe the story has.
    return answer.ok ? answer.value.map((word) => (excerpt.includes('’') ? word.replaceAll("'", '’') : word)) : [];
  }
}
