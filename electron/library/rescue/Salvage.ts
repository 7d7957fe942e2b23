import type { OpenBackup } from '../backups/BackupShelf.ts';
import type { Database, SqlValue } from '../db/Database.ts';
import { isRefusedRow } from '../db/storageError.ts';
import { isRowSound, rowChecksum, type StoryRow } from '../drafts/storyRow.ts';
import { openBody, type StoredRevision } from '../revisions/revisionBody.ts';
import { isOutboxRow } from './outboxRow.ts';
import { attempt, readRows, type Row } from './readRows.ts';

/** What every story is made of, parents before children. Derived tables are made anew instead. */
const STORY_TABLES = [
  'story_fields',
  'story_orders',
  'blocks',
  'review_items',
  'revisions',
  'history',
  'notices',
  'unseen',
  'jobs',
  'remotes',
] as const;
/** Tables that only grow: what cannot be read any more is the same in a backup. */
const GROWING_TABLES = ['revisions', 'history'] as const;
const OTHER_TABLES = ['assets', 'quarantine', 'targets'] as const;

/**
 * Carries everything that can still be read of a damaged library into a new one, with the checksums it was written with:
 * a piece that is no longer what was written is then found and mended when its story is opened. What cannot be reached
 * at all is taken from a backup.
 */
export class Salvage {
  /** Stories that came out of the damaged file, and those that only the backup had. */
  readonly stories = { read: 0, fromBackup: 0 };
  readonly #at: string;
  readonly #source: Database | null;
  readonly #backup: OpenBackup | null;
  readonly #target: Database;
  readonly #columns = new Map<string, ReadonlySet<string>>();
  readonly #parents = new Map<number, boolean>();

  /** `at` is the time that goes with what ends up in the quarantine. */
  constructor(parts: {
    readonly at: string;
    readonly source: Database | null;
    readonly backup: OpenBackup | null;
    readonly target: Database;
  }) {
    this.#at = parts.at;
    this.#source = parts.source;
    this.#backup = parts.backup;
    this.#target = parts.target;
  }

  run(): void {
    const source = this.#source;
    const isWhole = new Map<string, boolean>();
    if (source) {
      isWhole.set(
        'stories',
        readRows(source, 'stories', (row) => this.#putStory(row)),
      );
      for (const table of STORY_TABLES)
        isWhole.set(
          table,
          readRows(source, table, (row) => this.#putPart(table, row)),
        );
      for (const table of OTHER_TABLES)
        isWhole.set(
          table,
          readRows(source, table, (row) => void this.#put(table, row)),
        );
    }
    this.stories.read = this.#count();
    const backup = this.#backup?.database;
    if (backup) {
      if (!isWhole.get('stories')) this.#takeMissingStories(backup);
      for (const table of GROWING_TABLES)
        if (!isWhole.get(table)) readRows(backup, table, (row) => this.#putPart(table, row));
      for (const table of OTHER_TABLES)
        if (!isWhole.get(table)) readRows(backup, table, (row) => void this.#put(table, row));
    }
    this.stories.fromBackup = this.#count() - this.stories.read;
    this.#target.run('UPDATE stories SET dirty = 1');
  }

  #count(): number {
    return this.#target.get<{ count: number }>('SELECT count(*) AS count FROM stories')?.count ?? 0;
  }

  /** Whole stories, and only whole ones: older pieces must not slip into a story that is here already. */
  #takeMissingStories(backup: Database): void {
    const missing = new Set<SqlValue>();
    readRows(backup, 'stories', (row) => {
      if (this.#put('stories', row)) missing.add(row['key'] ?? null);
    });
    for (const table of STORY_TABLES)
      readRows(backup, table, (row) => missing.has(row['story'] ?? null) && this.#put(table, row));
  }

  /** A story's own row; under the id others know it by, if its own may be wrong. */
  #putStory(row: Row): void {
    const stored = row as unknown as StoryRow;
    const known = isRowSound(stored) ? undefined : this.#otherRow(stored.key);
    this.#put('stories', known ? { ...row, id: known.id } : row);
  }

  /** A piece of a story; of one whose own row is lost, that row is made up for first. */
  #putPart(table: string, row: Row): void {
    const story = Number(row['story']);
    const hasParent = this.#parents.get(story) ?? this.#findParent(story);
    this.#parents.set(story, hasParent);
    if (hasParent) this.#put(table, row);
    else this.#quarantine(table, row);
  }

  #findParent(key: number): boolean {
    if (this.#target.get('SELECT 1 FROM stories WHERE key = ?', key)) return true;
    const row = this.#otherRow(key);
    return row !== undefined && this.#put('stories', { ...row });
  }

  #otherRow(key: number): StoryRow | undefined {
    return this.#rowFromBackup(key) ?? this.#rowFromRevision(key);
  }

  #rowFromBackup(key: number): StoryRow | undefined {
    const backup = this.#backup?.database;
    const row = attempt(() => backup?.get<StoryRow>('SELECT * FROM stories WHERE key = ?', key));
    return row && isRowSound(row) ? row : undefined;
  }

  #rowFromRevision(key: number): StoryRow | undefined {
    const source = this.#source;
    const newestFirst = 'WHERE story = ? ORDER BY key DESC';
    const revisions =
      attempt(() => source?.all<StoredRevision>(`SELECT * FROM revisions ${newestFirst}`, key)) ??
      attempt(() => source?.all<StoredRevision>(`SELECT * FROM revisions NOT INDEXED ${newestFirst}`, key));
    for (const revision of revisions ?? []) {
      const story = openBody(revision, (base) => this.#revision(base));
      if (!story) continue;
      const { id, format, createdAt: created_at, updatedAt: updated_at } = story;
      const row = { key, id, format, seq: revision.seq, created_at, updated_at, trashed_at: null };
      return { ...row, place: null, dirty: 1, sum: rowChecksum(row) };
    }
    return undefined;
  }

  #revision(key: number): StoredRevision | undefined {
    const sql = 'SELECT * FROM revisions WHERE key = ?';
    return (
      attempt(() => this.#source?.get<StoredRevision>(sql, key)) ??
      attempt(() => this.#backup?.database.get<StoredRevision>(sql, key))
    );
  }

  /** Adds a row as it is, if the new library can hold it and has none in its place; answers whether it did. */
  #put(table: string, row: Row): boolean {
    if (!isOutboxRow(table, row)) return false;
    const columns = Object.keys(row).filter((column) => this.#columnsOf(table).has(column));
    try {
      const { changes } = this.#target.run(
        `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ...columns.map((column) => row[column] ?? null),
      );
      return changes > 0;
    } catch (error) {
      // A row that breaks the table's own rules is damage; a disk that is full is not.
      if (isRefusedRow(error)) return false;
      throw error;
    }
  }

  #columnsOf(table: string): ReadonlySet<string> {
    const known = this.#columns.get(table);
    if (known) return known;
    const columns = this.#target.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
    const names = new Set(columns.map(({ name }) => name));
    this.#columns.set(table, names);
    return names;
  }

  /** What belongs to a story nobody can name any more is still kept, as text. */
  #quarantine(table: string, row: Row): void {
    const text = Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
    ]);
    this.#target.run(
      `INSERT INTO quarantine (at, story_id, piece, body, sum) VALUES (?, '', ?, ?, NULL)`,
      this.#at,
      table,
      Buffer.from(JSON.stringify(Object.fromEntries(text))),
    );
  }
}
