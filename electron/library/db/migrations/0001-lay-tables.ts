import type { Migration } from './migration.ts';

/*
 * Text that must outlive a damaged disk (fields, order, blocks, revisions) is kept as bytes with a checksum of its own,
 * so that damage is found on reading, named, and mended piece by piece. `stories.key` ties the pieces together.
 *
 * `stories` rows are small because each edit rewrites one; the order of a long story lies apart for the same reason.
 * `summaries`, `uses` and `search` are derived: they can be thrown away and made again from the rest. `search` holds
 * words as our own folding gives them, so its tokenizer has nothing left to decide; its row numbers are `recency`, which
 * grows with each change and makes newest-first its natural order.
 */
export const layTables: Migration = {
  number: 1,
  name: 'lay-tables',
  up(database) {
    database.exec(`
      CREATE TABLE stories (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        format INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        trashed_at TEXT,
        place TEXT,
        dirty INTEGER NOT NULL,
        sum BLOB NOT NULL
      ) STRICT;
      CREATE INDEX stories_dirty ON stories (updated_at, key) WHERE dirty = 1;

      CREATE TABLE story_fields (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE,
        body BLOB NOT NULL,
        sum BLOB NOT NULL
      ) STRICT;

      CREATE TABLE story_orders (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE,
        body BLOB NOT NULL,
        sum BLOB NOT NULL
      ) STRICT;

      CREATE TABLE blocks (
        key INTEGER PRIMARY KEY,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        body BLOB NOT NULL,
        sum BLOB NOT NULL,
        UNIQUE (story, id)
      ) STRICT;

      CREATE TABLE revisions (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        parents TEXT NOT NULL,
        reason TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at TEXT NOT NULL,
        words INTEGER NOT NULL,
        hash TEXT NOT NULL,
        body BLOB NOT NULL,
        sum BLOB NOT NULL
      ) STRICT;
      CREATE INDEX revisions_story ON revisions (story, key);

      CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        summary TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX history_story ON history (story, id);

      CREATE TABLE assets (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body BLOB NOT NULL,
        sum BLOB NOT NULL
      ) STRICT;

      CREATE TABLE quarantine (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        story_id TEXT NOT NULL,
        piece TEXT NOT NULL,
        body BLOB,
        sum BLOB
      ) STRICT;

      CREATE TABLE notices (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE,
        message TEXT NOT NULL
      ) STRICT;

      CREATE TABLE summaries (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE,
        id TEXT NOT NULL,
        slug TEXT NOT NULL,
        headline TEXT NOT NULL,
        first_words TEXT NOT NULL,
        words INTEGER NOT NULL,
        status TEXT NOT NULL,
        language TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        trashed_at TEXT,
        thumb TEXT,
        damaged INTEGER NOT NULL,
        recency INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX summaries_live ON summaries (recency DESC) WHERE trashed_at IS NULL;
      CREATE INDEX summaries_status ON summaries (status, recency DESC) WHERE trashed_at IS NULL;
      CREATE INDEX summaries_trash ON summaries (recency DESC) WHERE trashed_at IS NOT NULL;
      CREATE UNIQUE INDEX summaries_id ON summaries (id);
      CREATE UNIQUE INDEX summaries_recency ON summaries (recency);

      CREATE TABLE uses (
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        asset TEXT NOT NULL,
        PRIMARY KEY (story, asset)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX uses_asset ON uses (asset);

      CREATE VIRTUAL TABLE search USING fts5 (
        terms, content = '', contentless_delete = 1, detail = none,
        tokenize = 'ascii', prefix = '1 2 3 4 5'
      );
    `);
  },
};
