import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { Readings } from '../../shared/grammar/Readings.ts';

/** What the library's grammar engine has said in this window, and the way to have it read more. */
export class Grammar {
  readonly readings = new Readings();

  constructor(private readonly library: LibraryClient) {}

  /** Has read what the checks wanted read; answers whether there was anything, so that checking again says more. */
  async read(): Promise<boolean> {
    let isAnyNew = false;
    for (const query of this.readings.takeWanted()) {
      const texts = [...query.texts];
      const answer = await this.library.request('grammar.read', { dialect: query.dialect, texts });
      // Unanswered texts are asked for again by the next check.
      if (!answer.ok) continue;
      this.readings.learn(query, answer.value);
      isAnyNew = true;
    }
    return isAnyNew;
  }
}
