import type { Migration } from './migration.ts';

/*
 * All of it is derived, and made anew like the other derived tables. `captions` holds each caption once: the same words
 * under the same picture are one row, whoever uses them, by the checksum of both (`name`). `place` says how new it is:
 * the recency of the newest story that uses it and where it stands in there; `caption_words` has its rows under the same
 * number, so that newest first is their natural order. The stories that were there before wait in `caption_backlog`.
 * `summaries.thumb_point` is what the small picture must keep in sight.
 */
export const indexCaptions: Migration = {
  number: 4,
  name: 'index-captions',
  up(database) {
    database.exec(`
      CREATE TABLE captions (
        key INTEGER PRIMARY KEY,
        name BLOB NOT NULL UNIQUE,
        place INTEGER UNIQUE,
        asset TEXT,
        caption TEXT NOT NULL,
        credit TEXT NOT NULL
      ) STRICT;

      CREATE TABLE caption_uses (
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        caption INTEGER NOT NULL REFERENCES captions (key) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        uses INTEGER NOT NULL,
        PRIMARY KEY (story, caption)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX caption_uses_caption ON caption_uses (caption, place DESC);

      CREATE TABLE caption_backlog (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE
      ) STRICT;
      INSERT INTO caption_backlog SELECT key FROM stories;

      ALTER TABLE summaries ADD COLUMN thumb_point TEXT;

      CREATE VIRTUAL TABLE caption_words USING fts5 (
        terms, content = '', contentless_delete = 1, detail = none,
        tokenize = 'ascii', prefix = '1 2 3 4 5'
      );
    `);
  },
};
