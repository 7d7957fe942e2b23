import type { StoryId } from '../../../shared/story/ids.ts';
import type { CaptionBacklog } from './CaptionBacklog.ts';
import type { StoryIndex } from './StoryIndex.ts';

const IDLE_MS = 300;
const LONGEST_MS = 2000;
const BATCH = 20;
/** Between what is done at a stretch when there is much to do: room for what people ask. */
const ROOM_MS = 5;

/**
 * Brings derived rows up to date shortly after the writing pauses, so that no keystroke waits for them. What is stale is
 * marked in the database by the same transaction that made it so; a crash in between is made good at the next start.
 */
export class Deriver {
  readonly #index: StoryIndex;
  readonly #backlog: CaptionBacklog;
  readonly #onDerived: (ids: readonly StoryId[]) => void;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #firstAsked = 0;
  /** Derived for somebody who read meanwhile; everybody else is told when the writing pauses. */
  readonly #untold = new Set<StoryId>();
  #closed = false;

  constructor(
    index: StoryIndex,
    backlog: CaptionBacklog,
    events: { readonly onDerived: (ids: readonly StoryId[]) => void; readonly onError: (error: unknown) => void },
  ) {
    this.#index = index;
    this.#backlog = backlog;
    this.#onDerived = events.onDerived;
    this.#onError = events.onError;
  }

  /** Asks for a run after a pause of 300 ms, and 2 s after the first asking at the latest. */
  schedule(): void {
    if (this.#closed) return;
    const now = performance.now();
    if (this.#timer) clearTimeout(this.#timer);
    else this.#firstAsked = now;
    const delay = Math.max(0, Math.min(IDLE_MS, this.#firstAsked + LONGEST_MS - now));
    this.#timer = setTimeout(() => this.#tick(), delay);
  }

  #tick(): void {
    this.#timer = null;
    // A library after a repair has much to do, and so has one that was made before captions were indexed.
    const isFull = this.#derive() === BATCH;
    this.#tell();
    const isMore = isFull || this.#takeBacklog();
    if (!isMore || this.#closed) return;
    this.#firstAsked = performance.now();
    this.#timer = setTimeout(() => this.#tick(), ROOM_MS);
  }

  #takeBacklog(): boolean {
    try {
      return this.#backlog.takeSlice();
    } catch (error) {
      this.#onError(error);
      return false;
    }
  }

  /** Brings the captions of all stories up to date; reported and not thrown, as above. */
  async finishBacklog(): Promise<void> {
    try {
      await this.#backlog.finish();
    } catch (error) {
      this.#onError(error);
    }
  }

  /**
   * Derives a batch of stale stories now; answers how many. A few are done in a moment, so whoever reads may ask first.
   * Told at once of what it asked for itself, a list of stories would read again, and so on for as long as somebody writes.
   * Failing leaves the rows as they were, which is better than none: it is reported and not thrown.
   */
  runIfStale(): number {
    const count = this.#derive();
    if (this.#untold.size > 0 && !this.#timer) this.schedule();
    return count;
  }

  #derive(): number {
    try {
      const stale = this.#index.stale(BATCH);
      for (const { key } of stale) this.#index.derive(key);
      for (const { id } of stale) this.#untold.add(id);
      return stale.length;
    } catch (error) {
      this.#onError(error);
      return 0;
    }
  }

  #tell(): void {
    const ids = [...this.#untold];
    this.#untold.clear();
    if (ids.length > 0) this.#onDerived(ids);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
