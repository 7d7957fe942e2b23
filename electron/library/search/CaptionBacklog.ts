import { setImmediate as nextTurn } from 'node:timers/promises';
import { blockSchema, type Figure } from '../../../shared/story/block.ts';
import { STORY_FORMAT } from '../../../shared/story/story.ts';
import type { Database } from '../db/Database.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';
import type { CaptionIndex } from './CaptionIndex.ts';

/** How long (ms) stories are read at a stretch: a keystroke's way to the disk waits no longer. */
const SLICE_MS = 8;

interface Waiting {
  readonly key: number;
  readonly format: number;
  readonly trashed_at: string | null;
  /** Null for a story whose rows were never made: its captions come with them. */
  readonly recency: number | null;
}

/** Takes in the captions of stories that were in the library before captions were indexed, once and in slices. */
export class CaptionBacklog {
  readonly #database: Database;
  readonly #tables: StoryTables;
  readonly #captions: CaptionIndex;

  constructor(database: Database, tables: StoryTables, captions: CaptionIndex) {
    this.#database = database;
    this.#tables = tables;
    this.#captions = captions;
  }

  /** Takes in what is waiting, with room between the slices for what others ask. */
  async finish(): Promise<void> {
    while (this.#database.isOpen && this.takeSlice()) await nextTurn();
  }

  /** Takes in what can be read in a moment; answers whether more is waiting. */
  takeSlice(): boolean {
    if (!this.#next()) return false;
    const until = performance.now() + SLICE_MS;
    return this.#database.transaction(() => {
      let waiting = this.#next();
      while (waiting && performance.now() < until) {
        this.#take(waiting);
        waiting = this.#next();
      }
      return waiting !== undefined;
    });
  }

  #next(): Waiting | undefined {
    return this.#database.get<Waiting>(
      `SELECT stories.key, stories.format, stories.trashed_at, summaries.recency FROM caption_backlog
       JOIN stories ON stories.key = caption_backlog.story
       LEFT JOIN summaries ON summaries.story = stories.key ORDER BY stories.key LIMIT 1`,
    );
  }

  #take({ key, recency, trashed_at: trashedAt, format }: Waiting): void {
    if (recency === null) this.#database.run('DELETE FROM caption_backlog WHERE story = ?', key);
    else this.#captions.derive(key, recency, trashedAt === null ? this.#figures(key, format) : []);
  }

  #figures(key: number, format: number): Figure[] {
    return this.#tables.readFigures(key).flatMap((value) => {
      // What is of today's format was checked when it was written.
      const figure = format === STORY_FORMAT ? (value as Figure) : blockSchema.safeParse(value).data;
      return figure?.type === 'figure' ? [figure] : [];
    });
  }
}
