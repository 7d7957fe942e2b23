import type { StorySummary } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { searchWords } from '../../../shared/lang/searchWords.ts';
import { blockSchema, focusSchema, type Block } from '../../../shared/story/block.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { blankFields, fieldsSchema, type Status, type StoryFields } from '../../../shared/story/fields.ts';
import { isOpen } from '../../../shared/story/review.ts';
import { STORY_FORMAT } from '../../../shared/story/story.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';
import type { CaptionIndex } from './CaptionIndex.ts';
import { summarise } from './summarise.ts';

interface SummaryRow {
  readonly id: StoryId;
  readonly slug: string;
  readonly headline: string;
  readonly first_words: string;
  readonly words: number;
  readonly status: Status;
  readonly language: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly trashed_at: string | null;
  readonly thumb: StorySummary['thumb'];
  readonly thumb_point: string | null;
  readonly damaged: number;
}

function toSummary(row: SummaryRow): StorySummary {
  return {
    id: row.id,
    slug: row.slug,
    headline: row.headline,
    firstWords: row.first_words,
    words: row.words,
    status: row.status,
    language: row.language,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
    thumb: row.thumb,
    thumbPoint: focusSchema.safeParse(row.thumb_point && readJson(row.thumb_point)).data ?? null,
    damaged: row.damaged === 1,
  };
}

/** What can be shown of pieces in this format; those in today's were checked when they were written. */
function readFields(format: number, fields: unknown): StoryFields {
  if (format === STORY_FORMAT && fields !== undefined) return fields as StoryFields;
  return fieldsSchema.safeParse(fields).data ?? blankFields();
}

function readBlock(format: number, block: unknown): Block | undefined {
  if (format === STORY_FORMAT) return block as Block | undefined;
  return blockSchema.safeParse(block).data;
}

export interface StoryQuery {
  readonly query: string;
  readonly status: Status | null;
  readonly trashed: boolean;
  readonly offset: number;
  readonly limit: number;
}

const COLUMNS = `summaries.id, slug, headline, first_words, words, status, language, created_at, updated_at, trashed_at,
  thumb, thumb_point, damaged`;

/*
 * Marks in the search index that no typed word can be: whether a story is in the trash, and its status. With them one
 * full-text query answers a filtered search, and never has to look at the rows it does not show.
 */
const placeMark = (trashed: boolean): string => (trashed ? '\ue000trash' : '\ue000live');
const statusMark = (status: string): string => `\ue001${status}`;

/** The library pane's rows and the search words, newest change first: derived from the stories, never the only copy of anything. */
export class StoryIndex {
  readonly #database: Database;
  readonly #tables: StoryTables;
  readonly #captions: CaptionIndex;
  readonly #totals = new Map<string, number>();

  constructor(database: Database, tables: StoryTables, captions: CaptionIndex) {
    this.#database = database;
    this.#tables = tables;
    this.#captions = captions;
  }

  /** Stories whose derived rows are stale, least recently changed first. */
  stale(limit: number): { key: number; id: StoryId }[] {
    return this.#database.all('SELECT key, id FROM stories WHERE dirty = 1 ORDER BY updated_at, key LIMIT ?', limit);
  }

  /** Makes the derived rows of a story anew. It comes to the top of what is found only if its words were written since. */
  derive(key: number): void {
    this.#database.transaction(() => {
      const row = this.#tables.rowByKey(key);
      if (!row) return;
      const stored = this.#tables.read(row);
      const fields = readFields(row.format, stored.fields);
      const order = stored.order ?? [...stored.blocks.keys()];
      const blocks = order.flatMap((id) => readBlock(row.format, stored.blocks.get(id)) ?? []);
      const digest = summarise(fields, blocks);
      const noticed = this.#database.get('SELECT 1 FROM notices WHERE story = ?', key);
      const isWhole = stored.rowSound && stored.fields !== undefined && stored.broken.length === 0;
      const damaged = noticed !== undefined || !isWhole || blocks.length < order.length;

      const old = this.#database.get<{ recency: number; updated_at: string }>(
        'SELECT recency, updated_at FROM summaries WHERE story = ?',
        key,
      );
      // A clock may be set back, so the order is counted and not read off the times.
      const recency = old?.updated_at === row.updated_at ? old.recency : this.#nextRecency();
      if (old) this.#database.run('DELETE FROM search WHERE rowid = ?', old.recency);
      this.#database.run(
        `INSERT OR REPLACE INTO summaries (story, id, slug, headline, first_words, words, status, language, created_at,
           updated_at, trashed_at, thumb, thumb_point, damaged, recency, desk, priority, deadline, assignee, comments)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        key,
        row.id,
        fields.slug,
        fields.headline,
        digest.firstWords,
        digest.words,
        fields.status,
        fields.language,
        row.created_at,
        row.updated_at,
        row.trashed_at,
        digest.thumb,
        digest.thumbPoint && JSON.stringify(digest.thumbPoint),
        damaged ? 1 : 0,
        recency,
        fields.desk.trim(),
        fields.priority,
        fields.deadline && new Date(fields.deadline).toISOString(),
        fields.assignee ?? '',
        stored.review.review.threads.filter(isOpen).length,
      );
      const marks = [placeMark(row.trashed_at !== null), statusMark(fields.status)];
      const words = [...marks, ...digest.searchWords].join(' ');
      this.#database.run('INSERT INTO search (rowid, terms) VALUES (?, ?)', recency, words);
      this.#database.run('DELETE FROM uses WHERE story = ?', key);
      for (const asset of digest.assets)
        this.#database.run('INSERT INTO uses (story, asset) VALUES (?, ?)', key, asset);
      const figures = row.trashed_at === null ? blocks.filter((block) => block.type === 'figure') : [];
      this.#captions.derive(key, recency, figures);
      if (row.dirty === 1) this.#database.run('UPDATE stories SET dirty = 0 WHERE key = ?', key);
    });
    this.#totals.clear();
  }

  #nextRecency(): number {
    const newest = this.#database.get<{ row: number | null }>('SELECT max(recency) AS row FROM summaries');
    return (newest?.row ?? 0) + 1;
  }

  /** Takes a story out of the search words; its other rows go with the story itself. */
  forget(key: number): void {
    const old = this.#database.get<{ recency: number }>('SELECT recency FROM summaries WHERE story = ?', key);
    if (old) this.#database.run('DELETE FROM search WHERE rowid = ?', old.recency);
    this.#captions.derive(key, 0, []);
    this.#totals.clear();
  }

  summary(id: StoryId): StorySummary {
    const row = this.#database.get<SummaryRow>(`SELECT ${COLUMNS} FROM summaries WHERE id = ?`, id);
    if (!row) throw new StetError('notFound', 'This story is not in the library any more.');
    return toSummary(row);
  }

  /** The stories changed last, newest first, without the trash. */
  recent(limit: number): StorySummary[] {
    return this.#database
      .all<SummaryRow>(`SELECT ${COLUMNS} FROM summaries WHERE trashed_at IS NULL ORDER BY recency DESC LIMIT ?`, limit)
      .map(toSummary);
  }

  /** One page of the list, newest first, and how many there are in all. */
  list(query: StoryQuery): { total: number; items: StorySummary[] } {
    const words = searchWords(query.query);
    if (words.length > 0) return this.#search(words, query);
    // Something was typed but nothing that is a word: then nothing is found.
    if (query.query.trim() !== '') return { total: 0, items: [] };
    return this.#browse(query);
  }

  #browse({ status, trashed, offset, limit }: StoryQuery): { total: number; items: StorySummary[] } {
    const where = `trashed_at IS ${trashed ? 'NOT NULL' : 'NULL'}${status ? ' AND status = ?' : ''}`;
    const values = status ? [status] : [];
    const name = `${where} ${status ?? ''}`;
    let total = this.#totals.get(name);
    if (total === undefined) {
      const counted = this.#database.get<{ total: number }>(
        `SELECT count(*) AS total FROM summaries WHERE ${where}`,
        ...values,
      );
      total = counted?.total ?? 0;
      this.#totals.set(name, total);
    }
    // The inner query walks the index alone, so that a far page does not read the rows before it.
    const rows = this.#database.all<SummaryRow>(
      `SELECT ${COLUMNS} FROM summaries
       JOIN (SELECT story FROM summaries WHERE ${where} ORDER BY recency DESC LIMIT ? OFFSET ?) USING (story)
       ORDER BY recency DESC`,
      ...values,
      limit,
      offset,
    );
    return { total, items: rows.map(toSummary) };
  }

  #search(words: readonly string[], { status, trashed, offset, limit }: StoryQuery) {
    const exact = [placeMark(trashed), ...(status ? [statusMark(status)] : []), ...words.slice(0, -1)];
    // Words hold letters, digits and marks only, so nothing in them can be read as query syntax inside the quotes.
    const match = [...exact.map((word) => `"${word}"`), `"${words.at(-1) ?? ''}" *`].join(' AND ');
    const rows = this.#database.all<SummaryRow>(
      `SELECT ${COLUMNS} FROM search JOIN summaries ON summaries.recency = search.rowid
       WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ? OFFSET ?`,
      match,
      limit,
      offset,
    );
    const short = rows.length < limit && (rows.length > 0 || offset === 0);
    const total = short
      ? offset + rows.length
      : (this.#database.get<{ total: number }>('SELECT count(*) AS total FROM search WHERE search MATCH ?', match)
          ?.total ?? 0);
    return { total, items: rows.map(toSummary) };
  }
}
