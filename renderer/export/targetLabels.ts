import { EXPORT_TARGETS } from '../../shared/export/exportTarget.ts';
import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';

/** What each target is called, and who it is for. */
export const TARGET_LABELS: Readonly<Record<ExportTarget, { readonly label: string; readonly hint: string }>> = {
  html: { label: 'HTML', hint: 'A page, pictures beside it' },
  markdown: { label: 'Markdown', hint: 'Text with front matter' },
  wordpress: { label: 'WordPress', hint: 'Blocks to paste in' },
  docx: { label: 'Word', hint: 'Styles and pictures inside' },
  pdf: { label: 'PDF', hint: 'Typeset, to read and print' },
  text: { label: 'Plain text', hint: 'Wire copy, words only' },
  ninjs: { label: 'ninjs', hint: 'JSON 1.6: most take it' },
  'ninjs-3.1': { label: 'ninjs 3.1', hint: 'JSON as IPTC has it today' },
  'ninjs-superdesk': { label: 'Superdesk', hint: 'ninjs as it takes it in' },
  newsml: { label: 'NewsML-G2', hint: 'XML, an item per picture' },
  nitf: { label: 'NITF', hint: 'XML for older systems' },
  'nitf-superdesk': { label: 'NITF for Superdesk', hint: 'Without the namespace' },
  package: { label: 'Stet package', hint: 'To open in another Stet' },
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
  pdf: 'Paper',
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
