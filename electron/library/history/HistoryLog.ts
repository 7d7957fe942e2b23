import { historyEntrySchema, type HistoryEntry, type StoredSkip } from '../../../shared/ipc/librarySchemas.ts';
import type { LinkState } from '../../../shared/links/linkState.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { timestamp, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';

interface HistoryRow {
  readonly id: number;
  readonly storyId: string;
  readonly at: string;
  readonly kind: string;
  readonly summary: string;
  readonly detail: string;
}

/** What happened to each story, oldest first; only ever added to. */
export class HistoryLog {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Adds an entry to the story with this key, inside the caller's transaction if there is one. */
  add(
    key: number,
    storyId: StoryId,
    kind: HistoryEntry['kind'],
    summary: string,
    detail: HistoryEntry['detail'] = {},
  ): HistoryEntry {
    const at = timestamp(this.#clock);
    const { lastId: id } = this.#database.run(
      'INSERT INTO history (story, at, kind, summary, detail) VALUES (?, ?, ?, ?, ?)',
      key,
      at,
      kind,
      summary,
      JSON.stringify(detail),
    );
    return { id, storyId, at, kind, summary, detail };
  }

  /** The story's entries; a damaged one must not hide the others and is left out. */
  list(storyId: StoryId): HistoryEntry[] {
    return this.#read(storyId).flatMap((entry) => entry ?? []);
  }

  /** The findings of a story that somebody lets stand, in the order they were skipped; bringing one back takes it out. */
  skips(storyId: StoryId): StoredSkip[] {
    const skips = new Map<string, StoredSkip>();
    for (const { kind, at, detail } of this.list(storyId)) {
      if (!detail.skip) continue;
      skips.delete(detail.skip.key);
      if (kind === 'skipped') skips.set(detail.skip.key, { ...detail.skip, at });
    }
    return [...skips.values()];
  }

  /** What was found out last about each address of a story. */
  links(storyId: StoryId): Map<string, LinkState> {
    return new Map(this.list(storyId).flatMap(({ detail }) => (detail.links ?? []).map((link) => [link.url, link])));
  }

  /** How many of the story's entries are damaged. */
  countUnreadable(storyId: StoryId): number {
    return this.#read(storyId).filter((entry) => !entry).length;
  }

  #read(storyId: StoryId): (HistoryEntry | undefined)[] {
    const rows = this.#database.all<HistoryRow>(
      `SELECT history.id, stories.id AS storyId, at, kind, summary, detail
       FROM history JOIN stories ON stories.key = history.story WHERE stories.id = ? ORDER BY history.id`,
      storyId,
    );
    return rows.map((row) => historyEntrySchema.safeParse({ ...row, detail: readJson(row.detail) }).data);
  }
}
