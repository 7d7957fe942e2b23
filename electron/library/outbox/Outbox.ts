import { randomUUID } from 'node:crypto';
import type { HistoryEntry } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { refusals } from '../../../shared/targets/refusals.ts';
import type { Target, TargetId, TargetReport } from '../../../shared/targets/target.ts';
import type { Estimate, Job, JobAction, JobId } from '../../../shared/targets/job.ts';
import { DeliveryError } from '../cms/DeliveryError.ts';
import { totalBytes } from '../cms/sendEach.ts';
import type { Database } from '../db/Database.ts';
import { storyAssets } from '../exports/storyAssets.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import { connectTarget, connectUnasked } from '../targets/connectTarget.ts';
import type { TargetStore } from '../targets/TargetStore.ts';
import { afterFailure } from './afterFailure.ts';
import { JobRun } from './JobRun.ts';
import type { JobStore } from './JobStore.ts';
import { packShipment } from './packShipment.ts';
import { isOver, shownJob, type StoredJob } from './storedJob.ts';

export interface OutboxParts {
  readonly database: Database;
  readonly tables: StoryTables;
  readonly revisions: RevisionStore;
  readonly jobs: JobStore;
  readonly targets: TargetStore;
  readonly access: LibraryAccess;
  readonly onChange: () => void;
  /** Who is at work. */
  readonly person: () => string;
  /** A story has arrived, for the first time or anew; `by` sent it, `what` says where to. */
  readonly onSent: (storyId: StoryId, by: string, what: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** 0 to 1. */
  readonly chance?: () => number;
}

export interface SendOrder {
  readonly storyId: StoryId;
  readonly targetId: TargetId;
  readonly isMetered: boolean;
  /** Who let it go against which findings. */
  readonly despite: NonNullable<HistoryEntry['detail']['despite']> | null;
}

/** The computer may sleep and its clock be set meanwhile: the time is looked at again this often. */
const LONGEST_SLEEP_MS = 60_000;
const DISK_PATIENCE_MS = 30_000;

/**
 * Brings stories to targets, one at a time for each, in order, through quits, crashes and weeks without a network. What a
 * job did is on the disk before it does the next thing; a job that was under way when the process ended looks first at what
 * arrived.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #now: () => number;
  readonly #chance: () => number;
  readonly #runs = new Map<TargetId, JobRun>();
  /** Targets that let nobody through until a person did something. */
  readonly #stopped = new Set<TargetId>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#chance = parts.chance ?? Math.random;
  }

  /** Takes up what was left. */
  start(): void {
    for (const job of this.#parts.jobs.list())
      if (job.state === 'sending')
        this.#parts.jobs.write({ ...job, state: 'queued', words: 'Looking at what arrived' });
    this.#wake();
  }

  list(): Job[] {
    const live = new Map([...this.#runs.values()].map((run) => [run.job.id, run.job]));
    return this.#parts.jobs.list().map((job) => shownJob(live.get(job.id) ?? job));
  }

  /** Puts a story as it is now into the outbox; see the contract. */
  send({ storyId, targetId, isMetered, despite }: SendOrder): Job {
    const { access, database, jobs, tables, targets } = this.#parts;
    const target = targets.read(targetId);
    const whole = access.readStory(storyId);
    const { fields } = whole;
    const [refusal, ...more] = this.#refusals(target, whole);
    if (refusal !== undefined) throw new StetError('refused', [refusal, ...more].join(' '));
    const revision = access.keepRevision(storyId, 'sent');
    const story = tables.row(storyId).key;
    const job: StoredJob = {
      ...{ id: randomUUID() as JobId, storyId, targetId, targetName: target.name, revisionId: revision.id },
      title: fields.headline.trim() || fields.slug.trim() || 'Story without a headline',
      createdAt: new Date(this.#now()).toISOString(),
      ...{ state: 'queued', words: 'Waiting for its turn', bytesSent: 0, bytesTotal: 0, attempts: 0, lineFailures: 0 },
      ...{
        nextAt: null,
        isMetered,
        isShrunk: false,
        decision: null,
        ask: null,
        receipt: null,
        despite,
        steps: {},
        by: this.#parts.person(),
      },
    };
    database.transaction(() => {
      jobs.nameRemote(story, targetId, randomUUID());
      for (const older of jobs.list()) {
        if (isOver(older) || older.storyId !== storyId || older.targetId !== targetId) continue;
        if (this.#runs.get(targetId)?.job.id === older.id) continue;
        // What it brought there already need not go again.
        Object.assign(job.steps, older.steps);
        jobs.remove(older.id);
      }
      jobs.add(story, job);
    });
    this.#changed();
    return shownJob(job);
  }

  /** What sending would cost: the pictures are made, nobody is asked. */
  async estimate(storyId: StoryId, targetId: TargetId): Promise<Estimate> {
    const { access, jobs, targets } = this.#parts;
    const target = targets.read(targetId);
    const remote = jobs.remote(storyId, targetId);
    const story = access.readStory(storyId);
    const { shipment, warnings } = await packShipment(access, story, {
      ...{ key: remote?.key ?? '', target, base: remote?.base ?? null, isTextOnly: false, isShrunk: false },
    });
    // It asks nobody, so it needs no password.
    const connection = connectUnasked(target, targets, this.#now);
    return {
      textBytes: Buffer.byteLength(JSON.stringify({ fields: story.fields, blocks: story.blocks })),
      pictures: shipment.files.map((file) => ({
        ...{ name: file.name, bytes: file.bytes },
        isThere: connection.has?.(remote?.base ?? null, file) ?? false,
      })),
      isUpdate: remote !== null && remote.base !== null,
      sentAt: remote?.sentAt ?? null,
      older: this.#older(storyId, targetId),
      warnings: [...warnings],
      refusals: this.#refusals(target, story),
    };
  }

  /** The last of the jobs that bring this story to this target and are not over. */
  #older(storyId: StoryId, targetId: TargetId): Estimate['older'] {
    const isSame = (job: StoredJob) => job.storyId === storyId && job.targetId === targetId && !isOver(job);
    const job = this.#parts.jobs.list().findLast(isSame);
    return job ? { createdAt: job.createdAt, isUnderWay: this.#runningJob(job.id) !== null } : null;
  }

  #refusals(target: Target, story: Story): string[] {
    const assets = storyAssets(story, this.#parts.access.media);
    return refusals(target, story, new Map(assets.map((asset) => [asset.id, asset])));
  }

  /** Finds out what a target allows. */
  async test(id: TargetId): Promise<TargetReport> {
    const { targets } = this.#parts;
    const target = targets.read(id);
    try {
      return await connectTarget(target, targets, this.#now).test();
    } catch (error) {
      // It could not be reached, or is no such site: that is what the test has found.
      if (!(error instanceof DeliveryError)) throw error;
      return { site: '', lines: [{ state: 'failed', words: error.message }] };
    }
  }

  act(id: JobId, action: JobAction): void {
    const { jobs } = this.#parts;
    const job = this.#runningJob(id) ?? jobs.find(id);
    if (!job) throw new StetError('notFound', 'This job is not in the outbox any more.');
    if (action === 'moveUp' || action === 'moveDown') jobs.move(id, action === 'moveUp' ? -1 : 1);
    else if (action === 'dismiss') {
      if (isOver(job)) jobs.remove(id);
    } else if (!isOver(job)) this.#decide(job, action);
    this.#changed();
  }

  #runningJob(id: JobId): StoredJob | null {
    for (const { job } of this.#runs.values()) if (job.id === id) return job;
    return null;
  }

  #decide(job: StoredJob, action: JobAction): void {
    this.#stopped.delete(job.targetId);
    const again = {
      state: 'queued',
      words: 'Waiting for its turn',
      ask: null,
      attempts: 0,
      lineFailures: 0,
      nextAt: null,
    } as const;
    switch (action) {
      case 'pause':
        return this.#halt({ ...job, state: 'paused', words: 'Paused', nextAt: null });
      case 'cancel':
        return this.#halt({ ...job, state: 'cancelled', words: 'Cancelled', ask: null, nextAt: null });
      case 'sendPictures':
        return this.#halt({ ...job, ...again, isMetered: false });
      case 'shrink':
        return this.#halt({ ...job, ...again, isShrunk: true });
      case 'overwrite':
      case 'keepTheirs':
      case 'createAnew':
      case 'sendAsPending':
        return this.#halt({ ...job, ...again, decision: action });
      default:
        return this.#halt({ ...job, ...again });
    }
  }

  /** Stops a job if it is under way, and keeps it as it is to be. */
  #halt(job: StoredJob): void {
    const run = this.#runs.get(job.targetId);
    if (run?.job.id === job.id) {
      this.#runs.delete(job.targetId);
      run.stop();
    }
    this.#parts.jobs.write(job);
  }

  /** A secret came, or a target was changed: what it kept waiting goes on. */
  unlocked(targetId: TargetId): void {
    this.#stopped.delete(targetId);
    for (const job of this.#parts.jobs.list())
      if (job.targetId === targetId && job.state === 'needsYou' && job.ask?.choices.includes('unlock'))
        this.#parts.jobs.write({ ...job, state: 'queued', words: 'Waiting for its turn', ask: null });
    this.#changed();
  }

  /** Whether a job for this target is not over. */
  isBusy(targetId: TargetId): boolean {
    return this.#parts.jobs.list().some((job) => job.targetId === targetId && !isOver(job));
  }

  /** The line is back: whoever waits for it need not wait longer. */
  tryNow(): void {
    for (const job of this.#parts.jobs.list())
      if (job.state === 'waiting' && job.lineFailures > 0)
        this.#parts.jobs.write({ ...job, nextAt: null, lineFailures: 0 });
    this.#changed();
  }

  /** Has a job that waits tried now, as if its time had come. */
  hurry(id: JobId): void {
    const job = this.#parts.jobs.find(id);
    if (job?.state === 'waiting') this.#parts.jobs.write({ ...job, nextAt: null });
    this.#changed();
  }

  /** Nothing is begun any more; what is under way is taken up at the next start. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const run of this.#runs.values()) run.stop();
    this.#runs.clear();
  }

  #changed(): void {
    this.#parts.onChange();
    this.#wake();
  }

  /** Begins what can be begun, and sleeps until the next that may. */
  #wake(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    const busy = new Set<TargetId>([...this.#runs.keys(), ...this.#stopped]);
    let next = Infinity;
    for (const job of this.#parts.jobs.list()) {
      if (busy.has(job.targetId) || (job.state !== 'queued' && job.state !== 'waiting')) continue;
      // In order: whoever waits keeps those behind him waiting.
      busy.add(job.targetId);
      const at = job.nextAt === null ? 0 : Date.parse(job.nextAt);
      if (at <= this.#now()) void this.#run(job);
      else next = Math.min(next, at);
    }
    if (next === Infinity) return;
    this.#timer = setTimeout(() => this.#wake(), Math.min(next - this.#now(), LONGEST_SLEEP_MS));
    this.#timer.unref();
  }

  async #run(job: StoredJob): Promise<void> {
    const { jobs, onChange } = this.#parts;
    const run = new JobRun({ ...job, state: 'sending', words: 'Starting', nextAt: null, ask: null }, jobs, onChange);
    this.#runs.set(job.targetId, run);
    const isOurs = () => this.#runs.get(job.targetId) === run && !this.#isClosed;
    try {
      run.keep();
      await this.#deliver(run, isOurs);
    } catch (error) {
      // Halted by a person, who has said what becomes of it, or closed.
      if (!isOurs()) return;
      const { job: failed, isForAll } = afterFailure(run.job, error, { now: this.#now(), chance: this.#chance() });
      if (isForAll) this.#stopped.add(job.targetId);
      this.#settle(run, failed);
    }
    if (!isOurs()) return;
    this.#runs.delete(job.targetId);
    this.#changed();
  }

  /** On the disk if it takes it: else the job stays there as under way, and is taken up when there is room. */
  #settle(run: JobRun, job: StoredJob): void {
    try {
      run.settle(job);
    } catch (error) {
      console.error('The outbox could not be written:', error);
      setTimeout(() => this.start(), DISK_PATIENCE_MS).unref();
    }
  }

  async #deliver(run: JobRun, isOurs: () => boolean): Promise<void> {
    const { access, jobs, revisions, targets } = this.#parts;
    const { job } = run;
    const target = targets.read(job.targetId);
    const connection = connectTarget(target, targets, this.#now);
    const { story } = revisions.read(job.revisionId);
    const remote = jobs.remote(job.storyId, job.targetId);
    if (!remote) throw new StetError('notFound', 'The story is not in the library any more.');
    const { key, base: before } = remote;
    const pack = { key, target, base: before, isTextOnly: job.isMetered, isShrunk: job.isShrunk };
    const { shipment } = await packShipment(access, story, pack);
    if (!isOurs()) return;
    run.total = totalBytes(shipment.files);
    const { receipt, base } = await connection.deliver(shipment, run.journal(before));
    if (!isOurs()) return;
    const isHeld = job.isMetered && shipment.files.length > 0;
    this.#finish(run, { ...receipt, targetId: target.id, targetName: target.name, bytes: run.total }, { base, isHeld });
  }

  #finish(
    run: JobRun,
    receipt: NonNullable<Job['receipt']>,
    { base, isHeld }: { readonly base: unknown; readonly isHeld: boolean },
  ): void {
    const { access, database, jobs, tables, onSent } = this.#parts;
    const { job } = run;
    const words = isHeld ? 'The text is there; its pictures wait' : receipt.isUpdate ? 'Updated' : 'Sent';
    database.transaction(() => {
      jobs.keepBase(tables.row(job.storyId).key, job.targetId, new Date(this.#now()).toISOString(), base);
      run.settle({
        ...job,
        ...{ state: isHeld ? 'held' : 'sent', words, receipt, decision: null, attempts: 0, lineFailures: 0 },
        bytesSent: isHeld ? 0 : run.total,
      });
      if (isHeld) return;
      access.addHistory({
        storyId: job.storyId,
        kind: 'sent',
        summary: summaryOf(receipt),
        detail: { receipt, revisionId: job.revisionId, ...(job.despite && { despite: job.despite }) },
      });
    });
    if (isHeld) return;
    try {
      onSent(job.storyId, job.by, `Sent to ${receipt.targetName}.`);
    } catch (error) {
      // What arrived has arrived: it is not sent again because of that.
      console.error('A story that was sent could not be marked as sent:', error);
    }
  }
}

function summaryOf({ targetName, isUpdate, status, url, differences }: NonNullable<Job['receipt']>): string {
  const what = isUpdate ? 'Updated at' : 'Sent to';
  const but = differences.length === 0 ? '' : ` With differences: ${differences.join(' ')}`;
  return `${what} “${targetName}” (${status})${url === '' ? '' : `: ${url}`}.${but}`;
}
