import type { Migration } from './migration.ts';

/*
 * A revision says who was at work (`who`, empty where nobody said), and how many words came in and went out since the one
 * before (null: nobody counted, or there is none before). One with a `base` holds only in what it differs from that one,
 * which is whole. An older Stet would take such a row for a damaged one: it shall not open the library any more.
 *
 * `unseen` names, for a story that something other than the writer's own hands changed, the revision that holds what the
 * writer saw last; it goes when they have looked.
 */
/** New columns stand in the table's description alone: rows from before have their defaults. */
export const REVISION_COLUMNS = `
  ALTER TABLE revisions ADD COLUMN who TEXT NOT NULL DEFAULT '';
  ALTER TABLE revisions ADD COLUMN words_in INTEGER;
  ALTER TABLE revisions ADD COLUMN words_out INTEGER;
  ALTER TABLE revisions ADD COLUMN base INTEGER;
`;

export const tellRevisions: Migration = {
  number: 6,
  name: 'tell-revisions',
  up(database) {
    database.exec(REVISION_COLUMNS);
    database.exec(`
      CREATE TABLE unseen (
        story INTEGER PRIMARY KEY REFERENCES stories (key) ON DELETE CASCADE,
        revision TEXT NOT NULL
      ) STRICT;
    `);
  },
};
