import type { FileFilter } from 'electron';
import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';

const KINDS: Readonly<Record<ExportTarget, FileFilter>> = {
  html: { name: 'Web page', extensions: ['html'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  wordpress: { name: 'WordPress block markup', extensions: ['html'] },
  ninjs: { name: 'ninjs', extensions: ['json'] },
  'ninjs-3.1': { name: 'ninjs 3.1', extensions: ['json'] },
  'ninjs-superdesk': { name: 'ninjs for Superdesk', extensions: ['json'] },
  text: { name: 'Plain text', extensions: ['txt'] },
  newsml: { name: 'NewsML-G2', extensions: ['xml'] },
  nitf: { name: 'NITF', extensions: ['xml'] },
  'nitf-superdesk': { name: 'NITF for Superdesk', extensions: ['xml'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word document', extensions: ['docx'] },
  package: { name: 'Stet package', extensions: ['stet'] },
};

/** What the save dialog offers for a target. */
export function exportFilter(target: ExportTarget): FileFilter {
  return KINDS[target];
}
