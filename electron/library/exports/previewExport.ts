import type { ExportPreview, ExportReview, ExportTarget, PreviewFile } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import { planExport, type PlannedFile } from './planExport.ts';

/**
 * The very files `writeExport` would write now, and what to read before. Throws StetError `notFound`, `packageTooLarge`, or why a
 * picture cannot go out.
 */
export async function previewExport(
  library: LibraryAccess,
  storyId: StoryId,
  target: ExportTarget,
  review: ExportReview = 'none',
): Promise<ExportPreview> {
  const story = library.readStory(storyId);
  const { files, warnings } = await planExport(story, target, {
    media: library.media,
    printer: library.printer,
    house: await library.readHouse(),
    ...{ review, version: library.hashStory(story) },
    onMade: (made, total) => library.reportExport(storyId, made, total),
  });
  return {
    files: files.map(previewFile),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    warnings: [...warnings],
  };
}

function previewFile({ name, mime, bytes, content }: PlannedFile): PreviewFile {
  const file = { name, mime, bytes, text: null, words: null, assetId: null, rendition: null };
  switch (content.kind) {
    case 'text':
      return { ...file, text: content.text };
    case 'binary':
      return { ...file, words: content.words };
    case 'picture':
      return { ...file, assetId: content.picture.asset.id };
    case 'rendition': {
      const { width, height, report } = content.rendition;
      // A copy of its own: a buffer may be a window into a larger one, all of which would travel.
      const rendition = { bytes: Uint8Array.from(content.rendition.bytes), width, height, report };
      return { ...file, assetId: content.assetId, rendition };
    }
    case 'package':
      return file;
  }
}
