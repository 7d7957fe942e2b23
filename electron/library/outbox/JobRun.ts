import type { Journal } from '../cms/Connection.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { JobStore } from './JobStore.ts';
import type { StoredJob } from './storedJob.ts';

/** The pages hear of progress no more often than this. */
const TELL_MS = 100;

/** One try of one job: what it says of itself while it runs, and what of that is on the disk. */
export class JobRun {
  /** Bytes of the files that go along. */
  total = 0;
  readonly #stopper = new AbortController();
  #toldAt = 0;

  constructor(
    public job: StoredJob,
    private readonly jobs: JobStore,
    private readonly onChange: () => void,
  ) {}

  /** Puts the job on the disk as it is. Throws StetError `notFound` where it is gone, with its story. */
  keep(): void {
    if (!this.jobs.write(this.job)) throw new StetError('notFound', 'The story is not in the library any more.');
  }

  /** What becomes of the job. */
  settle(job: StoredJob): void {
    this.job = job;
    this.jobs.write(job);
  }

  stop(): void {
    this.#stopper.abort(new StetError('stopped', 'Stopped.'));
  }

  journal(base: unknown): Journal {
    return {
      base,
      decision: this.job.decision,
      signal: this.#stopper.signal,
      read: (step) => this.job.steps[step],
      write: (step, value) => {
        this.#stopper.signal.throwIfAborted();
        this.job = { ...this.job, steps: { ...this.job.steps, [step]: value } };
        this.keep();
      },
      report: (words, bytes) => {
        const isNews = words !== this.job.words;
        this.job = { ...this.job, words, bytesSent: bytes, bytesTotal: this.total };
        const now = Date.now();
        if (!isNews && now - this.#toldAt < TELL_MS) return;
        this.#toldAt = now;
        this.onChange();
      },
    };
  }
}
