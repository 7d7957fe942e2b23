import type { Migration } from './migration.ts';

/**
 * An asset's row may be that of a video or a sound. The tables are the same, but an older Stet knows no such type and would
 * take the row for a damaged one: it shall not open the library any more.
 */
export const takeRecordings: Migration = { number: 3, name: 'take-recordings', up: () => undefined };
