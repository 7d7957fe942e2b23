import { basename } from 'node:path';
import type { Imported } from '../../../shared/ipc/librarySchemas.ts';
import { newStoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { readPackage } from '../packages/readPackage.ts';

/**
 * Takes a Stet package in. The very same story is only opened; another version of a story that is here becomes a story of
 * its own, so that nothing in the library is ever overwritten. Throws the errors of `readPackage`.
 */
export async function importPackage(library: LibraryAccess, path: string): Promise<Imported> {
  const fileName = basename(path);
  return await readPackage(path, async ({ story, pictures, notes: packageNotes }) => {
    const notes = [...packageNotes];
    // Pictures first, also of a story that is here: its own may have been lost.
    for (const { asset, path: file } of pictures) {
      const stored = await library.media.add({ name: asset.fileName || asset.id, path: file });
      if (stored.id !== asset.id) throw new Error('A stored picture has another hash than the package gave.');
    }
    const here = library.findStory(story.id);
    if (here && library.hashStory(here) === library.hashStory(story)) {
      return { storyId: story.id, fileName, alreadyHere: true, notes, furniture: [] };
    }
    const stored: Story = here ? { ...story, id: newStoryId() } : story;
    if (here) {
      notes.push(
        'The library has this story in another version. This one was taken in as a story of its own; compare the two.',
      );
    }
    library.createStory(stored, { reason: 'imported', summary: `Imported from the package “${fileName}”.` });
    return { storyId: stored.id, fileName, alreadyHere: false, notes, furniture: [] };
  });
}
