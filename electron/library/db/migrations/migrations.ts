import { layTables } from './0001-lay-tables.ts';
import { rememberWords } from './0002-remember-words.ts';
import type { Migration } from './migration.ts';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [layTables, rememberWords];
