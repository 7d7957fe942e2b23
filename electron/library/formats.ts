import { StetError } from '../../shared/lang/result.ts';
import { previewExport } from './exports/previewExport.ts';
import { writeExport } from './exports/writeExport.ts';
import type { LibraryFormats } from './libraryAccess.ts';

/** Every importer and exporter the library has. */
export const FORMATS: LibraryFormats = {
  importFile: () => Promise.reject(new StetError('notYet', 'Documents cannot be imported yet.')),
  previewExport,
  writeExport,
};
