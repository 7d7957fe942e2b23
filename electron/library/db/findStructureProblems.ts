import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './Database.ts';
import { isDamage } from './storageError.ts';

/**
 * Has SQLite look at every table's pages, one table at a time, so that others are served in between. Answers what it says
 * is wrong, in its words; nothing for a sound file. A `quick` look leaves out whether the indexes agree with their tables.
 */
export async function findStructureProblems(database: Database, how: 'quick' | 'full'): Promise<string[]> {
  const problems: string[] = [];
  const tables = database.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`);
  for (const { name } of tables) {
    if (!database.isOpen) break;
    problems.push(...lookAt(database, name, how === 'quick' ? 'quick_check' : 'integrity_check'));
    await nextTurn();
  }
  return problems;
}

function lookAt(database: Database, table: string, check: string): string[] {
  try {
    const said = database.all<Record<string, string>>(`PRAGMA ${check}("${table}")`);
    return said.flatMap((row) => Object.values(row).flatMap((line) => (line === 'ok' ? [] : [`${table}: ${line}`])));
  } catch (error) {
    // Where a table begins may itself be damaged; then SQLite says it in this way.
    if (isDamage(error)) return [`${table}: unreadable`];
    throw error;
  }
}
