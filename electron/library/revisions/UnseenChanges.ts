import type { RevisionId, StoryId } from '../../../shared/story/ids.ts';
import type { Database } from '../db/Database.ts';

/**
 * What became of stories without the writer's own hands: a merge, a script, somebody's version taken over. For each such
 * story, the revision that holds what the writer saw last, until they have looked.
 */
export class UnseenChanges {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The story with this key is being changed, inside the caller's transaction; `seen` holds it as it was before. Of several
   * changes in a row, the first counts: the writer has seen none of them.
   */
  note(key: number, seen: RevisionId): void {
    this.#database.run('INSERT OR IGNORE INTO unseen (story, revision) VALUES (?, ?)', key, seen);
  }

  isNoted(key: number): boolean {
    return this.#database.get('SELECT 1 FROM unseen WHERE story = ?', key) !== undefined;
  }

  /** The revision the writer saw last, or null when they have seen everything. */
  find(storyId: StoryId): RevisionId | null {
    const sql = 'SELECT revision FROM unseen JOIN stories ON stories.key = unseen.story WHERE stories.id = ?';
    return this.#database.get<{ revision: RevisionId }>(sql, storyId)?.revision ?? null;
  }

  /** The writer has looked. */
  forget(storyId: StoryId): void {
    this.#database.run('DELETE FROM unseen WHERE story = (SELECT key FROM stories WHERE id = ?)', storyId);
  }
}
