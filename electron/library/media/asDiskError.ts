import { StetError } from '../../../shared/lang/result.ts';
import { storageError } from '../db/storageError.ts';

/** Rejects with what is wrong with the library's disk while a picture is stored, as the person who added it reads it. */
export function asDiskError(error: unknown): never {
  const known = storageError(error);
  if (known instanceof StetError && known.code === 'diskFull') {
    const message = 'The disk is full: the picture was not stored. Free some space, then add it again.';
    throw new StetError('diskFull', message, true);
  }
  throw known;
}
