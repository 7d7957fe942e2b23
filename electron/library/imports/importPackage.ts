import { basename } from 'node:path';
import type { Imported } from '../../../shared/ipc/librarySchemas.ts';
import { newStoryId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { readPackage } from '../packages/readPackage.ts';

/**
 * Takes a Stet package in. What a colleague handed over is merged with the version that is here. Of any other package the very
 * same story is only opened; another version of one that is here becomes a story of its own. So nothing in the library is
 * ever overwritten. A sealed one is opened first. Throws the errors of `readPackage`, of `SealDesk.withOpened`, and `changedKey`
 * (`Reception.greet`).
 */
export async function importPackage(library: LibraryAccess, path: string, acceptedKey?: string): Promise<Imported> {
  return await library.seal.withOpened(path, (file) => takeIn(library, file, basename(path), acceptedKey));
}

function nowHere(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count === 1 ? 'A file' : `${count} files`} of this story that ${count === 1 ? 'was' : 'were'} elsewhere came; the words are the same.`,
  ];
}

function leftBehind({ length }: readonly unknown[]): string[] {
  if (length === 0) return [];
  const which = length === 1 ? 'One picture is' : `${length} pictures are`;
  return [`${which} not in the package; the place, caption and credit are kept.`];
}

function elsewhere({ length }: readonly unknown[]): string[] {
  if (length === 0) return [];
  return [
    length === 1
      ? 'One picture came as a smaller copy; its original is elsewhere.'
      : `${length} pictures came as smaller copies; their originals are elsewhere.`,
  ];
}

async function takeIn(library: LibraryAccess, path: string, fileName: string, acceptedKey?: string): Promise<Imported> {
  return await readPackage(
    path,
    async ({ story, pictures, standIns, lost, handover, notes: packageNotes }) => {
      const notes = [...packageNotes];
      if (handover) notes.push(...(await library.reception.greet(handover, acceptedKey)));
      const arrived = pictures.filter(({ asset }) => library.media.pathOf(asset.id) === null).length;
      // Pictures first, also of a story that is here: its own may have been lost.
      for (const { asset, path: file } of pictures) {
        const stored = await library.media.add({ name: asset.fileName || asset.id, path: file });
        if (stored.id !== asset.id) throw new Error('A stored picture has another hash than the package gave.');
      }
      for (const { original, copy } of standIns)
        await library.media.addStandIn(original, { id: copy.asset.id, path: copy.path });
      notes.push(...elsewhere(standIns.filter(({ original }) => library.media.pathOf(original.id) === null)));
      const missing = [...lost].filter((id) => library.media.pathOf(id) === null && !library.media.standIn(id));
      notes.push(...leftBehind(missing));
      if (handover) {
        const {
          storyId,
          isKnown,
          isStranger,
          isMerged,
          conflicts,
          notes: told,
        } = library.reception.receive(story, handover);
        const done = {
          storyId,
          fileName,
          alreadyHere: isKnown,
          notes: [...notes, ...(isKnown ? nowHere(arrived) : []), ...told],
          furniture: [],
          conflicts,
        };
        if (!isStranger) return { ...done, ...(isMerged && { mergedWith: handover.by }) };
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
    },
    fileName,
  );
}
