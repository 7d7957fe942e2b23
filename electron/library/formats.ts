import { StetError } from '../../shared/lang/result.ts';
import type { LibraryFormats } from './libraryAccess.ts';

const notYet = (): Promise<never> => Promise.reject(new StetError('notYet', 'This cannot be done yet.'));

/** Every importer and exporter the library has. */
export const FORMATS: LibraryFormats = { importFile: notYet, previewExport: notYet, writeExport: notYet };
