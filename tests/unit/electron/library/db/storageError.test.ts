import { constants } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isDamage, isRefusedRow, storageError } from '../../../../../electron/library/db/storageError.ts';

const sqlite = (code: number, more: object = {}) => Object.assign(new Error('SQLite'), { sqliteCode: code, ...more });
const system = (code: string) => Object.assign(new Error(code), { code });

describe('an error of the disk', () => {
  it.each([
    [sqlite(13), 'diskFull'],
    // SQLITE_IOERR_SHMSIZE, which is what a full disk looks like to the index of the log.
    [sqlite(10 | (19 << 8), { systemErrno: constants.errno.ENOSPC }), 'diskFull'],
    [system('ENOSPC'), 'diskFull'],
    [system('EDQUOT'), 'diskFull'],
    [sqlite(10 | (4 << 8)), 'diskError'],
    [sqlite(5), 'busy'],
    [sqlite(8), 'readOnly'],
    [sqlite(14), 'readOnly'],
    [system('EROFS'), 'readOnly'],
    [sqlite(11 | (1 << 8)), 'libraryDamaged'],
    [sqlite(26), 'libraryDamaged'],
  ])('%o is said as %s, and may be tried again', (error, code) => {
    expect(storageError(error)).toMatchObject({ code, retryable: true });
  });

  it('that is none comes back as it is', () => {
    const error = new TypeError('a mistake of ours');
    expect(storageError(error)).toBe(error);
    expect(storageError('text')).toBe('text');
  });

  it('is damage only when the file itself is', () => {
    expect([isDamage(sqlite(11)), isDamage(storageError(sqlite(26))), isDamage(sqlite(13))]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isRefusedRow(sqlite(19 | (12 << 8))), isRefusedRow(sqlite(11))]).toEqual([true, false]);
  });
});
