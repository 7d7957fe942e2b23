import { EXPORT_TARGETS } from '../../shared/export/exportTarget.ts';
import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';

/** What each target is called, and who it is for. */
export const TARGET_LABELS: Readonly<Record<ExportTarget, { readonly label: string; readonly hint: string }>> = {
  html: { label: 'HTML', hint: 'A web page with its pictures beside it' },
  markdown: { label: 'Markdown', hint: 'Text with front matter and its pictures' },
  wordpress: { label: 'WordPress', hint: 'Block markup to paste into the editor' },
  docx: { label: 'Word', hint: 'With real styles, pictures inside' },
  text: { label: 'Plain text', hint: 'For the wire: words only' },
  ninjs: { label: 'ninjs', hint: 'News in JSON, version 1.6: most systems take it' },
  'ninjs-3.1': { label: 'ninjs 3.1', hint: 'News in JSON as IPTC has it today' },
  'ninjs-superdesk': { label: 'Superdesk', hint: 'ninjs as Superdesk takes it in' },
  newsml: { label: 'NewsML-G2', hint: 'XML, with an item for each picture' },
  nitf: { label: 'NITF', hint: 'XML of older systems' },
  'nitf-superdesk': { label: 'NITF for Superdesk', hint: 'Without the namespace' },
  package: { label: 'Stet package', hint: 'The whole story, to open in another Stet' },
};

/** Targets that are offered together, under a name. */
export interface TargetGroup {
  readonly name: string;
  readonly targets: readonly ExportTarget[];
}

const GROUPS: Readonly<Record<ExportTarget, string>> = {
  html: 'The web',
  markdown: 'The web',
  wordpress: 'The web',
  docx: 'Paper',
  text: 'The wire',
  ninjs: 'The wire',
  'ninjs-3.1': 'The wire',
  'ninjs-superdesk': 'The wire',
  newsml: 'The wire',
  nitf: 'The wire',
  'nitf-superdesk': 'The wire',
  package: 'Another Stet',
};

/** Every target, in groups. */
export const TARGET_GROUPS: readonly TargetGroup[] = [...new Set(EXPORT_TARGETS.map((target) => GROUPS[target]))].map(
  (name) => ({ name, targets: EXPORT_TARGETS.filter((target) => GROUPS[target] === name) }),
);
