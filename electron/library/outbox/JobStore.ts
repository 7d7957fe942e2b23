import type { StoryId } from '../../../shared/story/ids.ts';
import type { JobId } from '../../../shared/targets/job.ts';
import type { TargetId } from '../../../shared/targets/target.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';
import { isOver, storedJobSchema, type StoredJob } from './storedJob.ts';

interface JobRow {
  readonly body: string;
  readonly position: number;
}

interface RemoteRow {
  readonly exportKey: string;
  readonly sentAt: string | null;
  readonly base: string;
}

/** A story at a target: what it is known by there for ever, and what it was left as. */
export interface Remote {
  readonly key: string;
  readonly sentAt: string | null;
  readonly base: unknown;
}

/** How many of those that are over are shown. */
const KEPT_OVER = 100;

/** Jobs and what the targets were left with, on the disk: everything is written before it is done. */
export class JobStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those to come in their order, then those that are over, the last first. */
  list(): StoredJob[] {
    const jobs = this.#database
      .all<JobRow>('SELECT body, position FROM jobs ORDER BY position')
      .flatMap(({ body }) => storedJobSchema.safeParse(readJson(body)).data ?? []);
    const over = jobs.filter(isOver).toReversed().slice(0, KEPT_OVER);
    return [...jobs.filter((job) => !isOver(job)), ...over];
  }

  find(id: JobId): StoredJob | null {
    const row = this.#database.get<JobRow>('SELECT body, position FROM jobs WHERE id = ?', id);
    return row ? (storedJobSchema.safeParse(readJson(row.body)).data ?? null) : null;
  }

  /** Puts a job behind all others. */
  add(story: number, job: StoredJob): void {
    this.#database.run(
      `INSERT INTO jobs (id, story, target, position, state, body)
       VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM jobs), ?, ?)`,
      job.id,
      story,
      job.targetId,
      job.state,
      JSON.stringify(job),
    );
  }

  /** Whether there was one to write to: its story may have been deleted. */
  write(job: StoredJob): boolean {
    const { changes } = this.#database.run(
      'UPDATE jobs SET state = ?, body = ? WHERE id = ?',
      job.state,
      JSON.stringify(job),
      job.id,
    );
    return changes > 0;
  }

  remove(id: JobId): void {
    this.#database.run('DELETE FROM jobs WHERE id = ?', id);
  }

  /** Changes places with the next job to come, up or down. */
  move(id: JobId, by: -1 | 1): void {
    const waiting = this.list().filter((job) => !isOver(job));
    const index = waiting.findIndex((job) => job.id === id);
    const [own, other] = [waiting[index], waiting[index + by]];
    if (!own || !other) return;
    this.#database.transaction(() => {
      const [from, to] = [this.#position(own.id), this.#position(other.id)];
      this.#database.run('UPDATE jobs SET position = ? WHERE id = ?', to, own.id);
      this.#database.run('UPDATE jobs SET position = ? WHERE id = ?', from, other.id);
    });
  }

  #position(id: JobId): number {
    return this.#database.get<JobRow>('SELECT body, position FROM jobs WHERE id = ?', id)?.position ?? 0;
  }

  /** What a story is known by at a target, from the first time on; null where it was never to go there. */
  remote(storyId: StoryId, target: TargetId): Remote | null {
    const row = this.#database.get<RemoteRow>(
      `SELECT export_key AS exportKey, sent_at AS sentAt, base FROM remotes
       JOIN stories ON stories.key = remotes.story WHERE stories.id = ? AND target = ?`,
      storyId,
      target,
    );
    return row ? { key: row.exportKey, sentAt: row.sentAt, base: readJson(row.base) ?? null } : null;
  }

  /** What the stories of the library, those in the trash left out, were left as at a target. */
  basesAt(target: TargetId): { readonly storyId: StoryId; readonly base: unknown }[] {
    return this.#database
      .all<{ id: StoryId; base: string }>(
        `SELECT stories.id, base FROM remotes JOIN stories ON stories.key = remotes.story
         WHERE target = ? AND trashed_at IS NULL`,
        target,
      )
      .map(({ id, base }) => ({ storyId: id, base: readJson(base) }));
  }

  /** Keeps the key a story is known by at a target; one that is there stays. */
  nameRemote(story: number, target: TargetId, key: string): void {
    this.#database.run(
      `INSERT INTO remotes (story, target, export_key, base) VALUES (?, ?, ?, 'null') ON CONFLICT DO NOTHING`,
      story,
      target,
      key,
    );
  }

  /** `at` is when it was sent there; null for one that was opened from there. */
  keepBase(story: number, target: TargetId, at: string | null, base: unknown): void {
    this.#database.run(
      'UPDATE remotes SET sent_at = ?, base = ? WHERE story = ? AND target = ?',
      at,
      JSON.stringify(base),
      story,
      target,
    );
  }
}
