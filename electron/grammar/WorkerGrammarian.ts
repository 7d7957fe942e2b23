import { StetError } from '../../shared/lang/result.ts';
import type { Grammarian, GrammarNote, GrammarQuery } from '../../shared/grammar/Grammarian.ts';
import { AskedThread } from '../threads/AskedThread.ts';

type Notes = readonly (readonly GrammarNote[])[];

/** The engine is let go when nobody asked for so long: it is large, and a laptop has better uses for its memory. */
const IDLE_MS = 120_000;

/** Has grammar read in a thread of its own, so that it never holds up a save; the thread is ended when nobody asks for a while. */
export class WorkerGrammarian implements Grammarian {
  readonly #thread: AskedThread<GrammarQuery, Notes>;
  #idle: NodeJS.Timeout | undefined;

  /** `entry` is the thread’s script. */
  constructor(
    entry: string,
    private readonly idleMs = IDLE_MS,
  ) {
    this.#thread = new AskedThread(entry, 'the grammar engine');
  }

  /** Whether the engine is in memory. */
  get isAwake(): boolean {
    return this.#thread.isAwake;
  }

  async read({ dialect, texts }: GrammarQuery): Promise<Notes> {
    clearTimeout(this.#idle);
    const notes = await this.#thread.ask({ dialect, texts: [...texts] });
    if (this.#thread.isIdle) this.#rest();
    if (notes) return notes;
    throw new StetError('noGrammar', 'The grammar engine cannot be started right now; grammar is not checked.', true);
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#thread.end(), this.idleMs);
    this.#idle.unref();
  }
}
