import type { ImportOutcome } from '../../shared/ipc/librarySchemas.ts';
import type { LibrarySession } from './LibrarySession.ts';

/**
 * Takes in one file: a request each, so that what is done is told at once and a stop loses only the file under way.
 * `acceptedKey` is the fingerprint of a sender's new key somebody made sure of.
 */
export async function importOne(library: LibrarySession, path: string, acceptedKey?: string): Promise<ImportOutcome> {
  const [outcome] = await library.ask('imports.files', {
    paths: [path],
    ...(acceptedKey !== undefined && { acceptedKey }),
  });
  if (!outcome) throw new Error('The library answered an import with nothing.');
  return outcome;
}
