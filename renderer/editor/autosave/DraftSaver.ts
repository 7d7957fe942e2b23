import type { StoryChange } from '../../../shared/ipc/librarySchemas.ts';
import type { Result } from '../../../shared/lang/result.ts';
import type { BlockId, StoryId } from '../../../shared/story/ids.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import type { SaveState } from '../storyEditorApi.ts';

/** What changed on the page since it was last on the disk; names only, the words are read when they are sent. */
export interface DraftChange {
  /** Each with where it was last seen, a hint for whoever reads it. */
  readonly blocks: ReadonlyMap<BlockId, string>;
  /** Blocks came, went or moved. */
  readonly order: boolean;
  readonly fields: ReadonlySet<keyof StoryFields>;
  /** Something else is proposed than before. */
  readonly layers: boolean;
}

interface DraftSaverOptions {
  /** Reads the page as it is now: what of these blocks is still there, these fields, and the order if asked. */
  readonly read: (change: DraftChange) => Omit<StoryChange, 'id'>;
  /** The durable write. Answers always; never throws. */
  readonly put: (change: StoryChange) => Promise<Result<{ readonly seq: number; readonly savedAt: string }>>;
  readonly onState: (state: SaveState) => void;
  /** Milliseconds between tries, growing; the last one repeats. */
  readonly backOffMs?: readonly number[];
  /** After this long without an answer the status says so; the words are still being written. */
  readonly patienceMs?: number;
}

const BACK_OFF_MS = [100, 250, 500, 1000, 2000];
const PATIENCE_MS = 8000;

/**
 * Carries every change of one story to the disk (DESIGN D2). Its promises:
 * - one write at a time; what changes meanwhile goes with the next one, read at that moment, so the newest words win;
 * - what a failed write carried is not forgotten: it goes again, with everything since, until it is on the disk;
 * - `saved` is said only when nothing on the page is younger than the last acknowledgement;
 * - nothing waits: the first change after rest is sent in the same turn of the event loop.
 * It knows neither the editor nor the library, only how to read the one and ask the other.
 */
export class DraftSaver {
  #blocks = new Map<BlockId, string>();
  #fields = new Set<keyof StoryFields>();
  #order = false;
  #layers = false;
  #inFlight = false;
  #isAsked = false;
  #isStopped = false;
  #failures = 0;
  #savedAt: string | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #state: SaveState['kind'] = 'saved';
  readonly #flushes = new Set<(problem: string | null) => void>();

  constructor(
    private readonly id: StoryId,
    private readonly options: DraftSaverOptions,
  ) {}

  /** Something is on the page that is not on the disk. */
  changed(change: DraftChange): void {
    for (const [block, hint] of change.blocks) this.#blocks.set(block, hint);
    for (const field of change.fields) this.#fields.add(field);
    this.#order ||= change.order;
    this.#layers ||= change.layers;
    if (!this.#hasWork || this.#isStopped) return;
    if (this.#failures > 0) return;
    // A write that is overdue stays said until it has ended one way or the other.
    if (!(this.#inFlight && this.#state === 'unsaved')) this.#tell({ kind: 'saving' });
    this.#ask();
  }

  /** Everything on the page is on the disk: null, or the sentence why not. Tries at once, whatever it was waiting for. */
  flush(): Promise<string | null> {
    if (!this.#hasWork && !this.#inFlight) return Promise.resolve(null);
    return new Promise((done) => {
      this.#flushes.add(done);
      this.retryNow();
    });
  }

  /** Tries again without waiting, as when the library is known to be back. */
  retryNow(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#ask();
  }

  /** No more tries, no more reports. What is in flight still arrives. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#retry);
  }

  get #hasWork(): boolean {
    return this.#blocks.size > 0 || this.#fields.size > 0 || this.#order || this.#layers;
  }

  /** Sends at the end of this turn, so that an edit made of several updates is one write. */
  #ask(): void {
    if (this.#isAsked || this.#inFlight || this.#isStopped || this.#retry !== undefined) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    if (this.#inFlight || this.#isStopped || !this.#hasWork) return;
    const sent: DraftChange = { blocks: this.#blocks, order: this.#order, fields: this.#fields, layers: this.#layers };
    this.#blocks = new Map();
    this.#fields = new Set();
    this.#order = false;
    this.#layers = false;
    this.#inFlight = true;
    const slow = setTimeout(() => {
      this.#tell({ kind: 'unsaved', reason: 'the library has not answered yet. Your words are kept here.' });
    }, this.options.patienceMs ?? PATIENCE_MS);
    const problem = await this.#put(sent);
    clearTimeout(slow);
    this.#inFlight = false;
    if (problem === null) this.#landed();
    else this.#failed(sent, problem);
  }

  /** null when it is on the disk, else the sentence why not. */
  async #put(change: DraftChange): Promise<string | null> {
    try {
      const answer = await this.options.put({ id: this.id, ...this.options.read(change) });
      if (!answer.ok) return answer.error.message;
      this.#savedAt = answer.value.savedAt;
      return null;
    } catch (error) {
      // A page that cannot be read or sent is a fault of ours; the words stay marked as unsaved and the user hears why.
      return error instanceof Error ? error.message : String(error);
    }
  }

  #landed(): void {
    this.#failures = 0;
    if (this.#hasWork) {
      this.#tell({ kind: 'saving' });
      this.#ask();
      return;
    }
    this.#tell({ kind: 'saved', at: this.#savedAt });
    this.#answerFlushes(null);
  }

  #failed(sent: DraftChange, problem: string): void {
    for (const [block, hint] of sent.blocks) if (!this.#blocks.has(block)) this.#blocks.set(block, hint);
    for (const field of sent.fields) this.#fields.add(field);
    this.#order ||= sent.order;
    this.#layers ||= sent.layers;
    this.#tell({ kind: 'unsaved', reason: problem });
    this.#answerFlushes(problem);
    if (this.#isStopped) return;
    const steps = this.options.backOffMs ?? BACK_OFF_MS;
    const delayMs = steps[Math.min(this.#failures, steps.length - 1)] ?? 1000;
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.retryNow(), delayMs);
  }

  #answerFlushes(problem: string | null): void {
    const waiting = [...this.#flushes];
    this.#flushes.clear();
    for (const done of waiting) done(problem);
  }

  #tell(state: SaveState): void {
    if (this.#isStopped) return;
    // One word a change: a burst of keys under one write is "saving" once.
    if (state.kind === 'saving' && this.#state === 'saving') return;
    this.#state = state.kind;
    this.options.onState(state);
  }
}
