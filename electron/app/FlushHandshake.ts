/** How the page answered when asked to put everything on the disk. */
export type FlushOutcome =
  { readonly kind: 'flushed' } | { readonly kind: 'unsaved'; readonly reason: string } | { readonly kind: 'silent' };

const LIMIT_MS = 5_000;

/** Asks the page to put everything on the disk and waits for its `window.flushed`, but not for ever. */
export class FlushHandshake {
  #answer: ((outcome: FlushOutcome) => void) | null = null;
  #pending: Promise<FlushOutcome> | null = null;

  /** `ask` tells the page; `limitMs` is how long it may take. */
  constructor(
    private readonly ask: () => void,
    private readonly limitMs = LIMIT_MS,
  ) {}

  /** Answers `silent` after the limit. Asked again while one is under way, it is the same question. */
  flush(): Promise<FlushOutcome> {
    this.#pending ??= new Promise<FlushOutcome>((done) => {
      const limit = setTimeout(() => this.#answer?.({ kind: 'silent' }), this.limitMs);
      this.#answer = (outcome) => {
        clearTimeout(limit);
        this.#answer = null;
        this.#pending = null;
        done(outcome);
      };
      this.ask();
    });
    return this.#pending;
  }

  /** The page's answer; null when all is on the disk. One that nobody waits for is dropped. */
  receive(unsaved: string | null): void {
    this.#answer?.(unsaved === null ? { kind: 'flushed' } : { kind: 'unsaved', reason: unsaved });
  }
}
