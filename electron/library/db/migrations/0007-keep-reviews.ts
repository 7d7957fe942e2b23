import type { Migration } from './migration.ts';

/*
 * What people said of a story and did with it, an item a row, each with a checksum of its own: nobody's note is lost with
 * another's. No revision holds these; they are only added to.
 */
export const keepReviews: Migration = {
  number: 7,
  name: 'keep-reviews',
  up(database) {
    database.exec(`
      CREATE TABLE review_items (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        body BLOB NOT NULL,
        sum BLOB NOT NULL,
        UNIQUE (story, kind, id)
      ) STRICT;
    `);
  },
};
