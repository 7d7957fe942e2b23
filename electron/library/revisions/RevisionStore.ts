import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StetError } from '../../../shared/lang/result.ts';
import {
  revisionSummarySchema,
  type RevisionReason,
  type RevisionSummary,
} from '../../../shared/ipc/librarySchemas.ts';
import { newRevisionId, type RevisionId, type StoryId } from '../../../shared/story/ids.ts';
import { migrateStory } from '../../../shared/story/migrations.ts';
import type { Story } from '../../../shared/story/story.ts';
import { countBodyWords } from '../../../shared/story/wordCount.ts';
import { timestamp, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';
import { checksum, hasChecksum } from '../drafts/checksum.ts';
import { hashStory } from '../hashStory.ts';

interface RevisionRow {
  readonly key: number;
  readonly id: RevisionId;
  readonly story: number;
  readonly storyId: StoryId;
  readonly seq: number;
  readonly parents: string;
  readonly reason: RevisionReason;
  readonly name: string;
  readonly created_at: string;
  readonly words: number;
  readonly hash: string;
  readonly body: Uint8Array;
  readonly sum: Uint8Array;
}
/** What of a revision's row its checksum covers, and which state of the story it is. */
export type StoredRevision = Pick<RevisionRow, 'story' | 'id' | 'seq' | 'body' | 'sum'>;
type SummaryRow = Omit<RevisionRow, 'body' | 'sum'>;

const SUMMARY = `revisions.key, revisions.id, story, stories.id AS storyId, revisions.seq, parents, reason, name,
  revisions.created_at, words, hash`;
const FROM = 'FROM revisions JOIN stories ON stories.key = revisions.story';

/** The summary, or undefined when the row is not what was written. */
function toSummary(row: SummaryRow): RevisionSummary | undefined {
  const { id, storyId, reason, name, words, hash } = row;
  const summary = { id, storyId, parents: readJson(row.parents), reason, name, createdAt: row.created_at, words, hash };
  return revisionSummarySchema.safeParse(summary).data;
}

/** When the newest revision was kept, and of which state of the story. */
export interface RevisionMark {
  readonly seq: number;
  readonly at: string;
}

/**
 * The states of a story worth going back to (DESIGN D5): whole, compressed, with a hash of their content, each linked to
 * the one before. They are never changed, but for a name given later.
 */
export class RevisionStore {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  #newest(key: number): SummaryRow | undefined {
    return this.#database.get<SummaryRow>(
      `SELECT ${SUMMARY} ${FROM} WHERE story = ? ORDER BY revisions.key DESC LIMIT 1`,
      key,
    );
  }

  mark(key: number): RevisionMark | undefined {
    const newest = this.#newest(key);
    return newest && { seq: newest.seq, at: newest.created_at };
  }

  /**
   * Keeps `story` as it is at `seq`. When its content is that of the newest revision nothing is added and that one is
   * answered (it gets `name` if it had none). `alsoFrom` adds a parent besides the newest: what a restore went back to.
   */
  keep(
    key: number,
    seq: number,
    story: Story,
    reason: RevisionReason,
    extra: { readonly name?: string; readonly alsoFrom?: RevisionId } = {},
  ): RevisionSummary {
    const hash = hashStory(story);
    const name = extra.name?.trim() ?? '';
    const newest = this.#newest(key);
    const hasRoomForName = name === '' || newest?.name === '' || newest?.name === name;
    if (newest?.hash === hash && !extra.alsoFrom && hasRoomForName) {
      const kept = toSummary({ ...newest, name: newest.name || name });
      if (kept) {
        this.#database.run('UPDATE revisions SET seq = ?, name = ? WHERE key = ?', seq, kept.name, newest.key);
        return kept;
      }
    }
    const id = newRevisionId();
    const parents = [newest?.id, extra.alsoFrom].filter((parent) => parent !== undefined);
    const body = deflateRawSync(JSON.stringify(story));
    const summary: RevisionSummary = {
      id,
      storyId: story.id,
      parents: [...new Set(parents)],
      reason,
      name,
      createdAt: timestamp(this.#clock),
      words: countBodyWords(story.blocks),
      hash,
    };
    this.#database.run(
      `INSERT INTO revisions (id, story, seq, parents, reason, name, created_at, words, hash, body, sum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      key,
      seq,
      JSON.stringify(summary.parents),
      reason,
      name,
      summary.createdAt,
      summary.words,
      hash,
      body,
      checksum(key, `revision:${id}`, body),
    );
    return summary;
  }

  /** Newest first. */
  list(storyId: StoryId): RevisionSummary[] {
    const rows = this.#database.all<SummaryRow>(
      `SELECT ${SUMMARY} ${FROM} WHERE stories.id = ? ORDER BY revisions.key DESC`,
      storyId,
    );
    return rows.flatMap((row) => toSummary(row) ?? []);
  }

  /** One revision in full. Throws `notFound`, or `damagedRevision` when its bytes are not what was written. */
  read(id: RevisionId): { summary: RevisionSummary; story: Story } {
    const row = this.#database.get<RevisionRow>(
      `SELECT ${SUMMARY}, revisions.body, revisions.sum ${FROM} WHERE revisions.id = ?`,
      id,
    );
    if (!row) throw new StetError('notFound', 'This revision is not in the library any more.');
    const story = openBody(row);
    const summary = toSummary(row);
    if (!story || !summary)
      throw new StetError('damagedRevision', 'This revision is damaged on the disk and cannot be shown.');
    return { summary, story };
  }

  /** How many revisions a story has, and how many of them are damaged. */
  count(key: number): { total: number; unreadable: number } {
    let total = 0;
    let unreadable = 0;
    for (const row of this.#rows(key)) {
      total += 1;
      if (!openBody(row) || !toSummary(row)) unreadable += 1;
    }
    return { total, unreadable };
  }

  /** The story's sound revisions, newest first; damaged ones are passed over. */
  *sound(key: number): Generator<{ at: string; story: Story }> {
    for (const row of this.#rows(key)) {
      const story = openBody(row);
      if (story) yield { at: row.created_at, story };
    }
  }

  /** One after the other, newest first: a story's revisions may be many and large. */
  *#rows(story: number): Generator<RevisionRow> {
    const sql = 'SELECT key FROM revisions WHERE story = ? ORDER BY key DESC';
    for (const { key } of this.#database.all<{ key: number }>(sql, story)) {
      const row = this.#database.get<RevisionRow>(
        `SELECT ${SUMMARY}, revisions.body, revisions.sum ${FROM} WHERE revisions.key = ?`,
        key,
      );
      if (row) yield row;
    }
  }
}

/** The story a revision holds, or undefined when its bytes are not what was written. */
export function openBody(row: StoredRevision): Story | undefined {
  if (!hasChecksum(row, row.story, `revision:${row.id}`)) return undefined;
  try {
    return migrateStory(JSON.parse(inflateRawSync(row.body).toString('utf8')));
  } catch (error) {
    // What a newer Stet kept is no damage to this one; it cannot be shown all the same.
    if (error instanceof StetError) return undefined;
    throw error;
  }
}
