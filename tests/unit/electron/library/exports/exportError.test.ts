import { describe, expect, it } from 'vitest';
import { exportError } from '../../../../../electron/library/exports/exportError.ts';
import { StetError } from '../../../../../shared/lang/result.ts';

function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: something from the system, open '/x'`), { code });
}

describe('an export the disk refuses', () => {
  it.each([
    ['ENOSPC', 'diskFull', true],
    ['EDQUOT', 'diskFull', true],
    ['EACCES', 'cannotWrite', false],
    ['EROFS', 'cannotWrite', false],
    ['EBUSY', 'fileInUse', true],
    ['ENOENT', 'noFolder', true],
    ['EISDIR', 'inTheWay', false],
    ['ENOTDIR', 'inTheWay', false],
    ['ENAMETOOLONG', 'nameTooLong', false],
    ['EIO', 'diskError', true],
  ])('with %s says so in a sentence (%s)', (code, known, retryable) => {
    const error = exportError(diskError(code), '/desk/tide.html');
    expect(error).toBeInstanceOf(StetError);
    expect(error).toMatchObject({ code: known, retryable });
    expect((error as StetError).message).toMatch(/nothing was exported/);
    expect((error as StetError).message).not.toMatch(/E[A-Z]{4,}|open '/);
  });

  it('keeps a sentence that is one already, and what nobody expected', () => {
    const known = new StetError('damagedPicture', 'A sentence.');
    const unknown = new Error('a mistake of ours');
    expect(exportError(known, '/x')).toBe(known);
    expect(exportError(unknown, '/x')).toBe(unknown);
  });
});
