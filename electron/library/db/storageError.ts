import { constants } from 'node:os';
import { StetError } from '../../../shared/lang/result.ts';

/** SQLite's primary result codes that a person can do something about. */
const BUSY = 5;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;
const CONSTRAINT = 19;

function numberOf(error: unknown, property: string): number | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, property) : null;
  return typeof value === 'number' ? value : null;
}

function sqliteCode(error: unknown): number | null {
  const code = numberOf(error, 'sqliteCode');
  return code === null ? null : code & 0xff;
}

/** Part of the database file is not what was written. */
export function damagedLibrary(): StetError {
  return new StetError(
    'libraryDamaged',
    'Part of the library file is damaged. Nothing is thrown away: it is put right when the library is opened again.',
    true,
  );
}

/** Whether the database file itself is broken, as opposed to the disk being full or slow. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StetError) return error.code === 'libraryDamaged';
  const code = sqliteCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

/** Whether a row was refused by the rules of its table, and the disk has nothing to do with it. */
export function isRefusedRow(error: unknown): boolean {
  return sqliteCode(error) === CONSTRAINT;
}

/**
 * What went wrong on the disk, as the user should read it; other errors come back as they are. Retryable ones mean:
 * nothing was written, and the same write may succeed later. A repeat writes everything again, so a failed sync is never
 * trusted.
 */
export function storageError(error: unknown): unknown {
  const code = sqliteCode(error);
  const errno = error instanceof Error && 'code' in error ? error.code : null;
  // Room for the index of the log is asked for in another way, so that a full disk there looks like a broken one.
  const isFull = code === FULL || numberOf(error, 'systemErrno') === constants.errno.ENOSPC;
  if (isFull || errno === 'ENOSPC' || errno === 'EDQUOT')
    return new StetError('diskFull', 'The disk is full. Nothing is lost yet: free some space and it is saved.', true);
  if (code === IO_ERROR || errno === 'EIO')
    return new StetError('diskError', 'The disk reports an error. Nothing is lost yet: check the drive.', true);
  if (code === BUSY) return new StetError('busy', 'Another program holds the library; trying again.', true);
  if (code === READ_ONLY || code === CANNOT_OPEN || errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM')
    return new StetError('readOnly', 'The library folder cannot be written to.', true);
  if (code === CORRUPT || code === NOT_A_DATABASE) return damagedLibrary();
  return error;
}
