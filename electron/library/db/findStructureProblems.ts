import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './Database.ts';

/**
 * Has SQLite look at every table's pages, one table at a time, so that others are served in between. Answers what it says
 * is wrong, in its words; nothing for a sound file. A `quick` look leaves out whether the indexes agree with their tables.
 */
export async function findStructureProblems(database: Database, how: 'quick' | 'full'): Promise<string[]> {
  const problems: string[] = [];
  const tables = database.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`);
  for (const { name } of tables) {
    if (!database.isOpen) break;
    const check = how === 'quick' ? 'quick_check' : 'integrity_check';
    const said = database.all<Record<string, string>>(`PRAGMA ${check}("${name}")`).map((row) => Object.values(row)[0]);
    problems.push(...said.flatMap((line) => (line && line !== 'ok' ? [`${name}: ${line}`] : [])));
    await nextTurn();
  }
  return problems;
}
