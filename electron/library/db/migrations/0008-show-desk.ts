import type { Migration } from './migration.ts';

/*
 * What the desk goes by stands in the story's row, so that no list of stories has to read them: `desk`, `priority`, `deadline`,
 * who has it (`assignee`), and how many `comments` are open. Taken over from the stories that are there; a damaged piece has
 * nothing to say until its story is mended, and its row is made anew then.
 */
export const showDesk: Migration = {
  number: 8,
  name: 'show-desk',
  up(database) {
    database.exec(`
      ALTER TABLE summaries ADD COLUMN desk TEXT NOT NULL DEFAULT '';
      ALTER TABLE summaries ADD COLUMN priority INTEGER;
      ALTER TABLE summaries ADD COLUMN deadline TEXT;
      ALTER TABLE summaries ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
      ALTER TABLE summaries ADD COLUMN comments INTEGER NOT NULL DEFAULT 0;

      UPDATE summaries SET
        desk = coalesce(json_extract(fields.body, '$.desk'), ''),
        priority = json_extract(fields.body, '$.priority'),
        deadline = json_extract(fields.body, '$.deadline'),
        assignee = coalesce(json_extract(fields.body, '$.assignee'), '')
      FROM (SELECT story, CAST(body AS TEXT) AS body FROM story_fields WHERE json_valid(CAST(body AS TEXT))) AS fields
      WHERE fields.story = summaries.story;

      UPDATE summaries SET comments = open.count
      FROM (
        SELECT story, count(*) AS count FROM review_items
        WHERE kind = 'threads' AND json_valid(CAST(body AS TEXT))
          AND coalesce(json_extract(CAST(body AS TEXT), '$.state.is'), 'open') <> 'resolved'
        GROUP BY story
      ) AS open
      WHERE open.story = summaries.story;
    `);
  },
};
