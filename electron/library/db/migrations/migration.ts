import type { Database } from '../Database.ts';

/** One step of the tables' history. Numbers only grow; a step that shipped is never changed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Runs inside a transaction that also records the number. */
  up(database: Database): void;
}
