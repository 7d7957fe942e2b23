import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';

/** What each target is called, and who it is for. */
export const TARGET_LABELS: Readonly<Record<ExportTarget, { readonly label: string; readonly hint: string }>> = {
  html: { label: 'HTML', hint: 'A web page with its pictures beside it' },
  markdown: { label: 'Markdown', hint: 'Text with front matter and its pictures' },
  wordpress: { label: 'WordPress', hint: 'Block markup to paste into the editor' },
  text: { label: 'Plain text', hint: 'For the wire: words only' },
  package: { label: 'Stet package', hint: 'The whole story, to open in another Stet' },
};

export const TARGETS = Object.keys(TARGET_LABELS) as ExportTarget[];
