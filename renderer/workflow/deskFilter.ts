import type { DeskRow } from '../../shared/ipc/deskSchemas.ts';
import { waitsFor, type Person } from '../../shared/workflow/waitsFor.ts';

/** Which stories are shown. */
export interface DeskFilter {
  readonly isWaiting: boolean;
  /** null: any. */
  readonly desk: string | null;
}

/** The stories that are shown, in the order they came in. */
export function filterRows(rows: readonly DeskRow[], { isWaiting, desk }: DeskFilter, person: Person): DeskRow[] {
  return rows.filter((row) => (desk === null || row.desk === desk) && (!isWaiting || waitsFor(row, person)));
}

/** Whether a story is done with: it waits for nobody, and how late it was matters no more. */
export function isDone({ status }: Pick<DeskRow, 'status'>): boolean {
  return status === 'sent' || status === 'killed';
}

/** The desks there are stories for, in the order of the alphabet. */
export function desksOf(rows: readonly DeskRow[]): string[] {
  return [...new Set(rows.flatMap(({ desk }) => desk || []))].toSorted((one, other) => one.localeCompare(other));
}

/** What people call a story in a list of many. */
export function rowTitle({ headline, slug }: Pick<DeskRow, 'headline' | 'slug'>): string {
  return headline.trim() || slug.trim() || 'Untitled';
}
