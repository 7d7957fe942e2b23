import type { Migration } from './migration.ts';

/**
 * A picture's row may say what the house remembers of it. The tables are the same, but an older Stet would take such a row
 * for a damaged one and read it anew from the file, without those words: it shall not open the library any more.
 */
export const rememberWords: Migration = { number: 2, name: 'remember-words', up: () => undefined };
