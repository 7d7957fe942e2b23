import { dirname } from 'node:path';
import { StetError } from '../../../shared/lang/result.ts';

/** Why an export could not be written to `path`, as the user should read it. The story itself is never at risk. */
export function exportError(error: unknown, path: string): unknown {
  if (error instanceof StetError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const folder = dirname(path);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('diskFull', `The disk is full, so nothing was exported. Make room, or choose another disk.`, true);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed('cannotWrite', `Stet may not write in ${folder}, so nothing was exported. Choose another folder.`);
    case 'EBUSY':
    case 'ETXTBSY':
      return failed(
        'fileInUse',
        `Another program holds ${path}, so nothing was exported. Close it there and try again.`,
        true,
      );
    case 'ENOENT':
      return failed('noFolder', `The folder ${folder} is not there any more, so nothing was exported.`, true);
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTEMPTY':
      return failed('inTheWay', `Something of that name is in the way in ${folder}, so nothing was exported.`);
    case 'ENAMETOOLONG':
      return failed(
        'nameTooLong',
        'The file name is too long for this disk, so nothing was exported. Choose a shorter one.',
      );
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
      return failed('diskError', `The disk reports an error, so nothing was exported. Check the drive.`, true);
    default:
      return error;
  }
}

function failed(code: string, sentence: string, retryable = false): StetError {
  return new StetError(code, sentence, retryable);
}
