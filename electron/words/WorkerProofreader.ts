import { Worker } from 'node:worker_threads';
import { StetError } from '../../shared/lang/result.ts';
import type { Proofreader, WordQuery } from '../../shared/spelling/Proofreader.ts';
import type { SpellingLanguage } from '../../shared/spelling/spellingLanguages.ts';
import type { AnswerMessage, AskMessage } from './wordMessages.ts';

type Question = AskMessage extends infer Each
  ? Each extends { readonly id: number }
    ? Omit<Each, 'id'>
    : never
  : never;

/**
 * Has words looked up in a thread of its own, so that reading a dictionary never holds up a save. The thread is started with
 * the first question; one that ends takes its questions along (they fail and may be asked again) and is started anew.
 */
export class WorkerProofreader implements Proofreader {
  #worker: Worker | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, (words: readonly string[] | null) => void>();

  /** `entry` is the thread's script. */
  constructor(private readonly entry: string) {}

  unknownWords({ language, words }: WordQuery): Promise<readonly string[]> {
    return this.#ask({ kind: 'unknown', language, words: [...words] });
  }

  suggest(language: SpellingLanguage, word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', language, word });
  }

  prepare(language: SpellingLanguage): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage({ kind: 'read', language } satisfies AskMessage, []);
  }

  async #ask(question: Question): Promise<readonly string[]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#lastId += 1;
    const id = this.#lastId;
    const words = await new Promise<readonly string[] | null>((done) => {
      this.#waiting.set(id, done);
      worker.postMessage({ ...question, id }, []);
    });
    if (words) return words;
    throw new StetError('noDictionary', 'The dictionaries cannot be read right now; the words are not checked.', true);
  }

  #start(): Worker {
    const worker = new Worker(this.entry);
    worker.on('message', ({ id, words }: AnswerMessage) => {
      this.#waiting.get(id)?.(words);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => console.error('The thread with the dictionaries ended:', error));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      for (const done of this.#waiting.values()) done(null);
      this.#waiting.clear();
    });
    // It must not keep the process alive.
    worker.unref();
    return worker;
  }
}
