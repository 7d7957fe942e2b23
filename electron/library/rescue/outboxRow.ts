import { readJson } from '../db/readJson.ts';
import type { Row } from './readRows.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether a row of the outbox's tables can be one: they have no checksums, and in a damaged library another table's rows may
 * lie where theirs should. Rows of other tables always can.
 */
export function isOutboxRow(table: string, row: Row): boolean {
  if (table === 'remotes') return isId(row['export_key']) && isId(row['target']) && bodyOf(row['base']) !== undefined;
  if (table !== 'targets' && table !== 'jobs') return true;
  const body = bodyOf(row['body']);
  return isId(row['id']) && typeof body === 'object' && body !== null && 'id' in body && body.id === row['id'];
}

function isId(value: Row[string] | undefined): boolean {
  return typeof value === 'string' && ID.test(value);
}

function bodyOf(value: Row[string] | undefined): unknown {
  return typeof value === 'string' ? readJson(value) : undefined;
}
