import { Worker } from 'node:worker_threads';

/** What a thread answers a question with, by its number; null where it failed. */
interface ThreadAnswer<Answer> {
  readonly id: number;
  readonly answer: Answer | null;
}

/**
 * A thread that is asked questions. It is started with the first one, and does not keep the process alive; one that ends takes its
 * questions along (their answer is null, and they may be asked again) and is started anew.
 */
export class AskedThread<Question extends object, Answer> {
  #worker: Worker | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, (answer: Answer | null) => void>();

  /** `entry` is the thread’s script; `what` it is, for the log. */
  constructor(
    private readonly entry: string,
    private readonly what: string,
  ) {}

  get isAwake(): boolean {
    return this.#worker !== null;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  ask(question: Question): Promise<Answer | null> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#awake().postMessage({ ...question, id }, []);
    });
  }

  /** Says something that has no answer. */
  tell(message: object): void {
    this.#awake().postMessage(message, []);
  }

  /** Lets an idle thread go; the next question starts another. */
  end(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }

  #awake(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(this.entry);
    worker.on('message', ({ id, answer }: ThreadAnswer<Answer>) => {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => console.error(`The thread with ${this.what} ended:`, error));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      for (const done of this.#waiting.values()) done(null);
      this.#waiting.clear();
    });
    worker.unref();
    return worker;
  }
}
