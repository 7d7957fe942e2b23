import type { Migration } from './migration.ts';

/*
 * Where stories are sent to, what is on its way there, and what each target was left with. A job's body holds every step it
 * took, so a step is one write. All three are kept as JSON; no secret is ever in them.
 */
export const makeOutbox: Migration = {
  number: 5,
  name: 'make-outbox',
  up(database) {
    database.exec(`
      CREATE TABLE targets (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
      ) STRICT;

      CREATE TABLE jobs (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        target TEXT NOT NULL,
        position INTEGER NOT NULL,
        state TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX jobs_position ON jobs (position);

      CREATE TABLE remotes (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        story INTEGER NOT NULL REFERENCES stories (key) ON DELETE CASCADE,
        target TEXT NOT NULL,
        export_key TEXT NOT NULL,
        sent_at TEXT,
        base TEXT NOT NULL,
        UNIQUE (story, target)
      ) STRICT;
    `);
  },
};
