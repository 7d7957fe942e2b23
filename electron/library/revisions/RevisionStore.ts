import { compareStories } from '../../../shared/compare/compareStories.ts';
import {
  revisionSummarySchema,
  type RevisionReason,
  type RevisionSummary,
} from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { newRevisionId, type RevisionId, type StoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { countBodyWords } from '../../../shared/story/wordCount.ts';
import { timestamp, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';
import { hashStory } from '../hashStory.ts';
import { openBody, packBody, type StoredRevision } from './revisionBody.ts';

interface SummaryRow {
  readonly key: number;
  readonly id: RevisionId;
  readonly story: number;
  readonly storyId: StoryId;
  readonly seq: number;
  readonly parents: string;
  readonly reason: RevisionReason;
  readonly name: string;
  readonly created_at: string;
  readonly who: string;
  readonly words: number;
  readonly words_in: number | null;
  readonly words_out: number | null;
  readonly hash: string;
}
type RevisionRow = SummaryRow & StoredRevision;

const SUMMARY = `revisions.key, revisions.id, story, stories.id AS storyId, revisions.seq, parents, reason, name,
  revisions.created_at, who, words, words_in, words_out, hash`;
const BODY = 'revisions.base, revisions.body, revisions.sum';
const FROM = 'FROM revisions JOIN stories ON stories.key = revisions.story';
/** A damaged whole revision takes those with it that were stored against it: no more than so many. */
const MOST_ON_BASE = 9;
const MOST_NAME = 200;

/** The summary, or undefined when the row is not what was written. */
function toSummary(row: SummaryRow): RevisionSummary | undefined {
  const { id, storyId, reason, name, who: by, words, words_in: wordsIn, words_out: wordsOut, hash } = row;
  const told = {
    id,
    storyId,
    parents: readJson(row.parents),
    reason,
    name,
    createdAt: row.created_at,
    by,
    words,
    hash,
  };
  return revisionSummarySchema.safeParse({ ...told, wordsIn, wordsOut }).data;
}

/** What a revision is called that was made before it is kept. */
export type GivenRevision = Pick<RevisionSummary, 'id' | 'createdAt' | 'parents' | 'by'>;

/** When the newest revision was kept, and of which state of the story. */
export interface RevisionMark {
  readonly seq: number;
  readonly at: string;
}

/**
 * The states of a story worth going back to (DESIGN D5): compressed, with a hash of their content, each linked to the one
 * before. Every tenth at least is whole; the others hold in what they differ from the whole one before them. They are never
 * changed, but for a name given later.
 */
export class RevisionStore {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #person: () => string;

  /** `person` says who is at work. */
  constructor(database: Database, clock: Clock, person: () => string) {
    this.#database = database;
    this.#clock = clock;
    this.#person = person;
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
   * answered (it gets `name` if it had none). `alsoFrom` adds a parent besides the newest: what a restore went back to, or
   * what was merged. `given` is what a revision was called already, by us or in a colleague's library; it is always added.
   */
  keep(
    key: number,
    seq: number,
    story: Story,
    reason: RevisionReason,
    extra: { readonly name?: string; readonly alsoFrom?: RevisionId; readonly given?: GivenRevision } = {},
  ): RevisionSummary {
    const hash = hashStory(story);
    const name = extra.name?.trim() ?? '';
    const newest = this.#newest(key);
    const hasRoomForName = name === '' || newest?.name === '' || newest?.name === name;
    const { given } = extra;
    if (newest?.hash === hash && !extra.alsoFrom && !given && hasRoomForName) {
      const kept = toSummary({ ...newest, name: newest.name || name });
      if (kept) {
        this.#database.run('UPDATE revisions SET seq = ?, name = ? WHERE key = ?', seq, kept.name, newest.key);
        return kept;
      }
    }
    const id = given?.id ?? newRevisionId();
    const parents = given?.parents ?? [newest?.id, extra.alsoFrom].filter((parent) => parent !== undefined);
    const words = newest && this.#wordsSince(newest.key, story);
    const summary: RevisionSummary = {
      id,
      storyId: story.id,
      parents: [...new Set(parents)],
      reason,
      name,
      createdAt: given?.createdAt ?? timestamp(this.#clock),
      by: (given?.by ?? this.#person()).trim().slice(0, MOST_NAME),
      words: countBodyWords(story.blocks),
      wordsIn: words?.in ?? null,
      wordsOut: words?.out ?? null,
      hash,
    };
    const { base, body, sum } = packBody(key, id, bare(story), this.#baseFor(key));
    this.#database.run(
      `INSERT INTO revisions (id, story, seq, parents, reason, name, created_at, who, words, words_in, words_out, hash, base, body, sum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      key,
      seq,
      JSON.stringify(summary.parents),
      reason,
      name,
      summary.createdAt,
      summary.by,
      summary.words,
      summary.wordsIn,
      summary.wordsOut,
      hash,
      base,
      body,
      sum,
    );
    return summary;
  }

  /** Words put in and taken out since this revision; undefined when it cannot be read. */
  #wordsSince(revision: number, story: Story): { readonly in: number; readonly out: number } | undefined {
    const row = this.#row(revision);
    const before = row && this.#open(row);
    return before && compareStories(before, story).words;
  }

  /** What the next revision of a story may be stored against. */
  #baseFor(story: number): StoredRevision | undefined {
    const newest = 'SELECT max(key) AS key FROM revisions WHERE story = ? AND base IS NULL';
    const base = this.#database.get<{ key: number | null }>(newest, story)?.key ?? null;
    if (base === null) return undefined;
    const since = 'SELECT count(*) AS count FROM revisions WHERE story = ? AND key > ?';
    const count = this.#database.get<{ count: number }>(since, story, base)?.count ?? 0;
    return count < MOST_ON_BASE ? this.#row(base) : undefined;
  }

  #row(key: number): RevisionRow | undefined {
    return this.#database.get<RevisionRow>(`SELECT ${SUMMARY}, ${BODY} ${FROM} WHERE revisions.key = ?`, key);
  }

  #open(row: StoredRevision): Story | undefined {
    return openBody(row, (key) => this.#row(key));
  }

  /** The newest revision of a story, by the order in which they came in. */
  newest(storyId: StoryId): RevisionId | undefined {
    return this.list(storyId)[0]?.id;
  }

  has(storyId: StoryId, id: RevisionId): boolean {
    return this.lineage(storyId).has(id);
  }

  /** What each revision of a story comes from. */
  lineage(storyId: StoryId): ReadonlyMap<RevisionId, readonly RevisionId[]> {
    return new Map(this.list(storyId).map(({ id, parents }) => [id, parents]));
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
    const row = this.#database.get<RevisionRow>(`SELECT ${SUMMARY}, ${BODY} ${FROM} WHERE revisions.id = ?`, id);
    if (!row) throw new StetError('notFound', 'This revision is not in the library any more.');
    const story = this.#open(row);
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
      if (!this.#open(row) || !toSummary(row)) unreadable += 1;
    }
    return { total, unreadable };
  }

  /** The story's sound revisions, newest first; damaged ones are passed over. */
  *sound(key: number): Generator<{ at: string; story: Story }> {
    for (const row of this.#rows(key)) {
      const story = this.#open(row);
      if (story) yield { at: row.created_at, story };
    }
  }

  /** One after the other, newest first: a story's revisions may be many and large. */
  *#rows(story: number): Generator<RevisionRow> {
    const sql = 'SELECT key FROM revisions WHERE story = ? ORDER BY key DESC';
    for (const { key } of this.#database.all<{ key: number }>(sql, story)) {
      const row = this.#row(key);
      if (row) yield row;
    }
  }
}

/** A story without what travels beside it: threads and steps of the workflow are no part of what it said. */
function bare({ format, id, createdAt, updatedAt, fields, blocks, suggestions }: Story): Story {
  return { format, id, createdAt, updatedAt, fields, blocks, ...(suggestions && { suggestions }) };
}
