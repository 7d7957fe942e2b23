import { previewExport } from './exports/previewExport.ts';
import { writeExport } from './exports/writeExport.ts';
import type { LibraryFormats } from './libraryAccess.ts';

/** Every importer and exporter the library has. */
export const FORMATS: LibraryFormats = {
  // Readers of Word, HTML and Markdown are large, and most starts of the app end without an import.
  importFile: async (library, path, acceptedKey) => {
    const { importFile } = await import('./imports/importFile.ts');
    return await importFile(library, path, acceptedKey);
  },
  previewExport,
  // So are the rules of the copy desk.
  writeExport: async (library, storyId, target, path, pass) => {
    const { gateExport } = await import('./exports/gateExport.ts');
    const despite = await gateExport(library, storyId, target, pass);
    return await writeExport(library, storyId, target, path, { despite, review: pass.review });
  },
};
