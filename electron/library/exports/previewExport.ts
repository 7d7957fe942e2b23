import type { ExportPreview, ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { planExport } from './planExport.ts';

/** The very files `writeExport` would write now, and what to read before. Throws StetError `notFound`, `packageTooLarge`. */
export async function previewExport(
  library: LibraryAccess,
  storyId: StoryId,
  target: ExportTarget,
): Promise<ExportPreview> {
  const { files, warnings } = planExport(library.readStory(storyId), target, library.media);
  return {
    files: files.map(({ name, mime, bytes, content }) => ({
      name,
      mime,
      bytes,
      text: content.kind === 'text' ? content.text : null,
      assetId: content.kind === 'picture' ? content.picture.asset.id : null,
    })),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    warnings: [...warnings],
  };
}
