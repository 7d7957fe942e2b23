import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Job, JobAction, JobId } from '../../shared/targets/job.ts';
import { neverTwiceAtOnce } from '../ui/neverTwiceAtOnce.ts';
import { Signal } from '../ui/Signal.ts';

/** The outbox as the library has it, for all that show it: read at the start and after each change, never twice at once. */
export class OutboxJobs {
  /** null until they have been read. */
  readonly jobs = new Signal<readonly Job[] | null>(null);
  /** Why they could not be read last. */
  readonly problem = new Signal<string | null>(null);
  readonly read = neverTwiceAtOnce(() => this.#read());

  /** `onSent` is told when something has arrived: its story's history has grown. */
  constructor(
    private readonly library: LibraryClient,
    private readonly onSent: () => void,
  ) {}

  /** Follows the outbox until the returned function is called. */
  watch(): () => void {
    void this.read();
    return this.library.on('outbox.changed', () => void this.read());
  }

  async #read(): Promise<void> {
    const answer = await this.library.request('outbox.list', {});
    this.problem.set(answer.ok ? null : answer.error.message);
    if (answer.ok) this.#take(answer.value);
  }

  /** Does something with a job; answers the sentence why not. */
  async act(id: JobId, action: JobAction): Promise<string | null> {
    const answer = await this.library.request('outbox.act', { id, action });
    if (answer.ok) this.#take(answer.value);
    return answer.ok ? null : answer.error.message;
  }

  #take(jobs: readonly Job[]): void {
    const before = new Set(this.jobs.value?.flatMap(({ id, receipt }) => (receipt ? id : [])));
    const hasArrived = this.jobs.value !== null && jobs.some(({ id, receipt }) => receipt !== null && !before.has(id));
    this.jobs.set(jobs);
    if (hasArrived) this.onSent();
  }
}
