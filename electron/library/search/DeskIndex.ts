import type { DeskList, DeskRow } from '../../../shared/ipc/deskSchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { isOpen, type Review } from '../../../shared/story/review.ts';
import type { Database } from '../db/Database.ts';

/** As many stories as are listed that are done with: a board is no archive. */
const MOST_DONE = 100;

const ROWS = `SELECT id, slug, headline, language, words, status, desk, priority, deadline, assignee, comments,
  updated_at AS updatedAt FROM summaries WHERE trashed_at IS NULL`;
const DONE = "status IN ('sent', 'killed')";

/** What is on the desk, by the derived rows of the stories alone. */
export class DeskIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Every story that is under way: by deadline, then by priority, then what was changed last; those without come after. Behind
   * them the last of those that are sent or killed.
   */
  list(): DeskList {
    const underWay = this.#database.all<DeskRow>(
      `${ROWS} AND NOT ${DONE}
       ORDER BY deadline IS NULL, deadline, priority IS NULL, priority, recency DESC`,
    );
    const done = this.#database.all<DeskRow>(`${ROWS} AND ${DONE} ORDER BY recency DESC LIMIT ?`, MOST_DONE);
    const counted = this.#database.get<{ count: number }>(
      `SELECT count(*) AS count FROM summaries WHERE trashed_at IS NULL AND ${DONE}`,
    );
    return { items: [...underWay, ...done], hidden: (counted?.count ?? 0) - done.length };
  }

  /** The names stories were given to, in the order of the alphabet. */
  names(): string[] {
    return this.#database
      .all<{ name: string }>("SELECT DISTINCT assignee AS name FROM summaries WHERE assignee <> '' ORDER BY assignee")
      .map(({ name }) => name);
  }

  /** Notes how many threads of a story are open; cheaper than making its row anew. */
  countComments(id: StoryId, { threads }: Review): void {
    this.#database.run('UPDATE summaries SET comments = ? WHERE id = ?', threads.filter(isOpen).length, id);
  }
}
