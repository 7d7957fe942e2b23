import { Database } from './Database.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * The statements that made the tables and indexes, as the file remembers them, one spelling for one meaning. What SQLite
 * keeps for itself is left out: it is another with another version of it.
 */
export function schemaText(database: Database): string {
  const rows = database.all<{ sql: string }>(
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'
       AND name NOT LIKE 'caption\\_words\\_%' ESCAPE '\\'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
  );
  return rows.map(({ sql }) => sql.replace(/\s+/g, ' ')).join(';\n');
}

/** The text of a library that these steps have made. Made anew: 2 ms, and it can never be out of date. */
export function expectedSchemaText(migrations: readonly Migration[]): string {
  const database = new Database(':memory:');
  try {
    for (const { up } of migrations) up(database);
    return schemaText(database);
  } finally {
    database.close();
  }
}
