import { StetError } from '../../shared/lang/result.ts';
import type { Proofreader, WordQuery } from '../../shared/spelling/Proofreader.ts';
import type { SpellingLanguage } from '../../shared/spelling/spellingLanguages.ts';
import { AskedThread } from '../threads/AskedThread.ts';
import type { AskMessage } from './wordMessages.ts';

type Question = AskMessage extends infer Each
  ? Each extends { readonly id: number }
    ? Omit<Each, 'id'>
    : never
  : never;

/** Has words looked up in a thread of its own, so that reading a dictionary never holds up a save. */
export class WorkerProofreader implements Proofreader {
  readonly #thread: AskedThread<Question, readonly string[]>;

  /** `entry` is the thread's script. */
  constructor(entry: string) {
    this.#thread = new AskedThread(entry, 'the dictionaries');
  }

  unknownWords({ language, words }: WordQuery): Promise<readonly string[]> {
    return this.#ask({ kind: 'unknown', language, words: [...words] });
  }

  suggest(language: SpellingLanguage, word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', language, word });
  }

  prepare(language: SpellingLanguage): void {
    this.#thread.tell({ kind: 'read', language } satisfies AskMessage);
  }

  async #ask(question: Question): Promise<readonly string[]> {
    const words = await this.#thread.ask(question);
    if (words) return words;
    throw new StetError('noDictionary', 'The dictionaries cannot be read right now; the words are not checked.', true);
  }
}
