import { STORY_ID, type StoryId } from '../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import { timestamp, whenText, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import type { HistoryLog } from '../history/HistoryLog.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import { mendStory, type EarlierState } from './mendStory.ts';
import type { StoredStory, StoryTables } from './StoryTables.ts';
import { REVIEW_PIECES, ROW_PIECE, type StoryRow } from './storyRow.ts';

/** Where else a story may be found: the backups. Newest first. */
export type FindInBackups = (id: StoryId) => readonly EarlierState[];

const MOST_REVISIONS = 20;

/**
 * Mends damaged stories on the disk (DESIGN §5). The damaged bytes are kept in the quarantine, the story's history says
 * what happened, and `notice` tells whoever opens it. Nothing is ever deleted for being damaged.
 */
export class StoryRecovery {
  readonly #database: Database;
  readonly #tables: StoryTables;
  readonly #revisions: RevisionStore;
  readonly #history: HistoryLog;
  readonly #findInBackups: FindInBackups;
  readonly #clock: Clock;

  constructor(parts: {
    readonly database: Database;
    readonly tables: StoryTables;
    readonly revisions: RevisionStore;
    readonly history: HistoryLog;
    readonly findInBackups: FindInBackups;
    readonly clock: Clock;
  }) {
    this.#database = parts.database;
    this.#tables = parts.tables;
    this.#revisions = parts.revisions;
    this.#history = parts.history;
    this.#findInBackups = parts.findInBackups;
    this.#clock = parts.clock;
  }

  /** What to tell whoever opens the story, or null. */
  notice(key: number): string | null {
    return this.#database.get<{ message: string }>('SELECT message FROM notices WHERE story = ?', key)?.message ?? null;
  }

  /** The writer has gone on working with what was recovered: no more need to say so. */
  forgetNotice(key: number): void {
    this.#database.run('DELETE FROM notices WHERE story = ?', key);
  }

  /** Repairs the story on the disk and answers it. */
  mend(stored: StoredStory): Story {
    const { key } = stored.row;
    return this.#database.transaction(() => {
      const bytesOf = (piece: string) => this.#tables.rawPiece(key, piece)?.body;
      const mended = mendStory(stored, this.#earlierStates(stored.row), bytesOf, timestamp(this.#clock));
      for (const piece of mended.damaged) {
        this.#quarantine(stored.row, piece);
        if (piece.startsWith(REVIEW_PIECES)) this.#tables.reviews.remove(key, piece);
      }
      const { row, story, message } = mended;
      this.#tables.mendRow({ ...row, format: STORY_FORMAT, seq: row.seq + 1 });
      this.#tables.writeContent(key, story);
      this.#history.add(key, story.id, 'recovered', message);
      this.#database.run('INSERT OR REPLACE INTO notices (story, message) VALUES (?, ?)', key, message);
      return story;
    });
  }

  #earlierStates(row: StoryRow): EarlierState[] {
    const states: EarlierState[] = [];
    for (const { at, story } of this.#revisions.sound(row.key)) {
      states.push({ at, story, source: `the revision of ${whenText(at)}` });
      if (states.length === MOST_REVISIONS) break;
    }
    // A damaged id is looked up by the one its revisions remember.
    const id = STORY_ID.test(row.id) ? (row.id as StoryId) : states[0]?.story.id;
    if (id) states.push(...this.#findInBackups(id));
    return states.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  #quarantine(row: StoryRow, piece: string): void {
    const raw =
      piece === ROW_PIECE
        ? { body: Buffer.from(JSON.stringify({ ...row, sum: null })), sum: null }
        : this.#tables.rawPiece(row.key, piece);
    this.#database.run(
      'INSERT INTO quarantine (at, story_id, piece, body, sum) VALUES (?, ?, ?, ?, ?)',
      timestamp(this.#clock),
      row.id,
      piece,
      raw?.body ?? null,
      raw?.sum ?? null,
    );
  }
}
