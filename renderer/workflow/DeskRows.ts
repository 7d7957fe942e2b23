import type { DeskRow } from '../../shared/ipc/deskSchemas.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { neverTwiceAtOnce } from '../ui/neverTwiceAtOnce.ts';
import { Signal } from '../ui/Signal.ts';

/** What is on the desk, as the library has it: read at the start and after each change, never twice at once. */
export class DeskRows {
  /** null until they have been read. */
  readonly rows = new Signal<readonly DeskRow[] | null>(null);
  /** How many older ones that are sent or killed are left out. */
  readonly hidden = new Signal(0);
  /** Why they could not be read last. */
  readonly problem = new Signal<string | null>(null);
  /** Reads them again. */
  readonly read = neverTwiceAtOnce(() => this.#read());

  constructor(private readonly library: LibraryClient) {}

  /** Follows the library until the returned function is called. */
  watch(): () => void {
    void this.read();
    const stops = [
      this.library.on('stories.changed', () => void this.read()),
      this.library.on('review.changed', () => void this.read()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  async #read(): Promise<void> {
    const answer = await this.library.request('desk.list', {});
    this.problem.set(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    this.hidden.set(answer.value.hidden);
    this.rows.set(answer.value.items);
  }
}
