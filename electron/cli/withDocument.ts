import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Imported } from '../../shared/ipc/librarySchemas.ts';
import type { Story } from '../../shared/story/story.ts';
import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';
import { importOne } from './importOne.ts';
import { LibrarySession } from './LibrarySession.ts';

/**
 * Reads a document by way of a library of its own, which is gone when `use` has answered. Throws CommandError `cannotRead`
 * with the sentence about the document.
 */
export async function withDocument<Answer>(
  path: string,
  use: (story: Story, imported: Imported, library: LibrarySession) => Answer,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-read-'));
  try {
    const library = LibrarySession.open(folder, { make: true });
    try {
      const outcome = await importOne(library, path);
      if (!outcome.ok) {
        const { message } = outcome;
        throw new CommandError({ code: 'cannotRead', message, retryable: false }, EXIT.problem);
      }
      const { story } = await library.ask('stories.open', { id: outcome.imported.storyId });
      return use(story, outcome.imported, library);
    } finally {
      library.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
