import type { LibraryAnswer, LibraryEvent, LibraryPayload, LibraryRequest } from '../../shared/ipc/libraryContract.ts';
import { StetError } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Estimate, Job, JobAction, JobId, JobState } from '../../shared/targets/job.ts';
import type { RemoteStory } from '../../shared/targets/remoteStory.ts';
import {
  needsSecret,
  type ListedTarget,
  type Target,
  type TargetId,
  type TargetReport,
} from '../../shared/targets/target.ts';
import { settleAddresses } from '../../shared/targets/targetAddress.ts';

type Names = Extract<LibraryRequest, `targets.${string}` | `outbox.${string}` | `remotes.${string}`>;
type Handlers = { [Name in Names]: (payload: LibraryPayload<Name>) => LibraryAnswer<Name> };

/** What an action makes of a job, where nothing is really sent. */
const AFTER: Partial<Record<JobAction, JobState>> = {
  pause: 'paused',
  resume: 'queued',
  cancel: 'cancelled',
  retry: 'queued',
  sendPictures: 'queued',
  overwrite: 'queued',
  keepTheirs: 'cancelled',
  createAnew: 'queued',
  shrink: 'queued',
  unlock: 'queued',
  sendAsPending: 'queued',
};
const WORDS: Readonly<Record<JobState, string>> = {
  queued: 'Waiting for its turn',
  waiting: 'Waiting for the network',
  sending: 'Sending',
  held: 'Text sent; the pictures wait for your word',
  paused: 'Paused',
  needsYou: 'Needs you',
  sent: 'Sent',
  cancelled: 'Cancelled',
};
const DONE: ReadonlySet<JobState> = new Set(['sent', 'cancelled']);

/** The targets and the outbox of the library in memory. Nothing leaves; jobs stand where a test puts them. */
export class FakeOutbox {
  targets: Target[] = [];
  jobs: Job[] = [];
  /** What sending is said to cost. */
  estimate: Estimate = {
    textBytes: 4200,
    pictures: [],
    isUpdate: false,
    sentAt: null,
    older: null,
    warnings: [],
    refusals: [],
  };
  /** What a test of a target is said to find. */
  report: TargetReport = { site: '', lines: [{ state: 'failed', words: 'Nobody answers: nothing leaves from here.' }] };
  /** What stands on every site. */
  remotes: RemoteStory[] = [];
  /** The stories of this library that were opened from a site, by what the site knows them by. */
  readonly opened = new Map<string, StoryId>();
  readonly unlocked = new Set<TargetId>();

  constructor(
    private readonly story: (id: StoryId) => { readonly title: string },
    private readonly open: (remote: RemoteStory) => StoryId,
    private readonly emit: (name: Extract<LibraryEvent, 'outbox.changed' | 'targets.changed'>) => void,
  ) {}

  /** What main does with a secret once it has one. */
  unlock(id: TargetId, isThere: boolean): void {
    if (isThere) this.unlocked.add(id);
    else this.unlocked.delete(id);
    const waits = (job: Job) => isThere && job.targetId === id && job.ask?.choices.includes('unlock');
    this.jobs = this.jobs.map((job) =>
      waits(job) ? { ...job, state: 'queued', words: WORDS.queued, ask: null } : job,
    );
    this.emit('targets.changed');
    this.emit('outbox.changed');
  }

  /** Puts a job in, or another in the place of the one with its id. */
  put(job: Job): void {
    const isNew = this.jobs.every(({ id }) => id !== job.id);
    this.jobs = isNew ? [...this.jobs, job] : this.jobs.map((known) => (known.id === job.id ? job : known));
    this.emit('outbox.changed');
  }

  readonly handlers: Handlers = {
    'targets.list': () => this.#list(),
    'targets.save': ({ target }) => {
      const saved = this.#settled(target);
      const isNew = this.targets.every(({ id }) => id !== target.id);
      this.targets = isNew
        ? [...this.targets, saved]
        : this.targets.map((known) => (known.id === target.id ? saved : known));
      this.emit('targets.changed');
      return this.#list();
    },
    'targets.remove': ({ id }) => {
      if (this.jobs.some((job) => job.targetId === id && !DONE.has(job.state)))
        throw new StetError('busy', 'A story is on its way to this target. Cancel it in the outbox first.');
      this.targets = this.targets.filter((target) => target.id !== id);
      this.emit('targets.changed');
      return this.#list();
    },
    'targets.test': ({ id }) => {
      this.#unlockedTarget(id);
      return this.report;
    },
    'remotes.list': ({ targetId, words }) => {
      this.#unlockedTarget(targetId);
      return this.remotes.filter(({ headline }) => headline.toLowerCase().includes(words.trim().toLowerCase()));
    },
    'remotes.open': ({ targetId, remoteId }) => {
      const { name } = this.#unlockedTarget(targetId);
      const known = this.opened.get(remoteId);
      const remote = this.remotes.find((one) => one.remoteId === remoteId);
      if (!remote) throw new StetError('site', 'The site does not have this story any more.');
      const storyId = known ?? this.open(remote);
      this.opened.set(remoteId, storyId);
      return { storyId, fileName: name, alreadyHere: known !== undefined, notes: [], furniture: [] };
    },
    'outbox.estimate': ({ storyId, targetId }) => {
      this.story(storyId);
      this.#target(targetId);
      const older = this.jobs.findLast(
        (job) => job.storyId === storyId && job.targetId === targetId && !DONE.has(job.state),
      );
      return older
        ? { ...this.estimate, older: { createdAt: older.createdAt, isUnderWay: older.state === 'sending' } }
        : this.estimate;
    },
    'outbox.send': ({ storyId, targetId }) => {
      const { title } = this.story(storyId);
      const target = this.#target(targetId);
      const job: Job = {
        id: crypto.randomUUID() as JobId,
        ...{ storyId, targetId, title, targetName: target.name },
        createdAt: new Date().toISOString(),
        state: 'queued',
        words: WORDS.queued,
        bytesSent: 0,
        bytesTotal: this.estimate.textBytes,
        attempts: 0,
        ...{ nextAt: null, ask: null, receipt: null },
      };
      this.jobs = this.jobs.filter(
        (known) => known.state !== 'queued' || known.storyId !== storyId || known.targetId !== targetId,
      );
      this.put(job);
      return job;
    },
    'outbox.list': () => this.#inOrder(),
    'outbox.act': ({ id, action }) => {
      this.#act(id, action);
      this.emit('outbox.changed');
      return this.#inOrder();
    },
  };

  #unlockedTarget(id: TargetId): Target {
    const target = this.#target(id);
    if (needsSecret(target.kind) && !this.unlocked.has(id))
      throw new StetError('locked', 'Stet needs the password of this target.');
    return target;
  }

  #act(id: JobId, action: JobAction): void {
    const job = this.jobs.find((known) => known.id === id);
    if (!job) throw new StetError('notFound', 'This job is not in the outbox any more.');
    if (action === 'dismiss') this.jobs = this.jobs.filter((known) => known !== job);
    if (action === 'moveUp' || action === 'moveDown') this.#move(job, action === 'moveUp' ? -1 : 1);
    const state = AFTER[action];
    if (state)
      this.jobs = this.jobs.map((known) => (known === job ? { ...job, state, words: WORDS[state], ask: null } : known));
  }

  #move(job: Job, way: -1 | 1): void {
    const at = this.jobs.indexOf(job);
    const to = Math.max(0, Math.min(this.jobs.length - 1, at + way));
    this.jobs = this.jobs.filter((known) => known !== job).toSpliced(to, 0, job);
  }

  #inOrder(): Job[] {
    return [
      ...this.jobs.filter(({ state }) => !DONE.has(state)),
      ...this.jobs.filter(({ state }) => DONE.has(state)).toReversed(),
    ];
  }

  #list(): ListedTarget[] {
    return this.targets.map((target) => ({
      ...target,
      isLocked: needsSecret(target.kind) && !this.unlocked.has(target.id),
    }));
  }

  #target(id: TargetId): Target {
    const target = this.targets.find((known) => known.id === id);
    if (!target) throw new StetError('notFound', 'This target is not on the list any more.');
    return target;
  }

  #settled(target: Target): Target {
    const read = settleAddresses(target);
    if (!read.ok) throw new StetError('badAddress', read.message);
    return read.target;
  }
}
