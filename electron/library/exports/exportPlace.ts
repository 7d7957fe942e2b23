import { statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { ExportPlan } from './planExport.ts';

/**
 * The file a document is written to, given the path somebody chose: that path; or a file with the export's own name in
 * it, where the path is a folder, ends like one, or has no ending and the document brings pictures.
 */
export function exportPlace(path: string, { target, files }: ExportPlan): string {
  const [document, ...pictures] = files;
  const isFolder =
    path.endsWith('/') ||
    path.endsWith(sep) ||
    (statSync(path, { throwIfNoEntry: false })?.isDirectory() ??
      (extname(path) === '' && pictures.length > 0 && target !== 'text'));
  return isFolder ? join(path, document.name) : path;
}
