import { Worker } from 'node:worker_threads';
import { StetError } from '../../shared/lang/result.ts';
import type { Grammarian, GrammarNote, GrammarQuery } from '../../shared/grammar/Grammarian.ts';
import type { ReadAnswer, ReadMessage } from './grammarMessages.ts';

type Notes = readonly (readonly GrammarNote[])[];

/** The engine is let go when nobody asked for so long: it is large, and a laptop has better uses for its memory. */
const IDLE_MS = 120_000;

/**
 * Has grammar read in a thread of its own, so that it never holds up a save. The thread is started with the first question and
 * ended when none comes for a while; one that ends by itself takes its questions along (they fail and may be asked again).
 */
export class WorkerGrammarian implements Grammarian {
  #worker: Worker | null = null;
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<number, (notes: Notes | null) => void>();

  /** `entry` is the thread’s script. */
  constructor(
    private readonly entry: string,
    private readonly idleMs = IDLE_MS,
  ) {}

  /** Whether the engine is in memory. */
  get isAwake(): boolean {
    return this.#worker !== null;
  }

  async read({ dialect, texts }: GrammarQuery): Promise<Notes> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#lastId += 1;
    const id = this.#lastId;
    const notes = await new Promise<Notes | null>((done) => {
      this.#waiting.set(id, done);
      worker.postMessage({ id, dialect, texts: [...texts] } satisfies ReadMessage, []);
    });
    if (this.#waiting.size === 0) this.#rest();
    if (notes) return notes;
    throw new StetError('noGrammar', 'The grammar engine cannot be started right now; grammar is not checked.', true);
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#worker?.terminate(), this.idleMs);
    this.#idle.unref();
  }

  #start(): Worker {
    const worker = new Worker(this.entry);
    worker.on('message', ({ id, notes }: ReadAnswer) => {
      this.#waiting.get(id)?.(notes);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => console.error('The thread with the grammar engine ended:', error));
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
