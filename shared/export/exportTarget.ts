/** Everything a story can leave as, in the order people are offered it. */
export const EXPORT_TARGETS = [
  ...(['html', 'markdown', 'wordpress', 'docx', 'pdf', 'text'] as const),
  ...(['ninjs', 'ninjs-3.1', 'ninjs-superdesk'] as const),
  ...(['newsml', 'nitf', 'nitf-superdesk'] as const),
  'package',
] as const;

/** What each is called inside a sentence. */
export const TARGET_NAMES: Readonly<Record<(typeof EXPORT_TARGETS)[number], string>> = {
  html: 'HTML',
  markdown: 'Markdown',
  wordpress: 'WordPress block markup',
  text: 'plain text',
  ninjs: 'ninjs',
  'ninjs-3.1': 'ninjs 3.1',
  'ninjs-superdesk': 'ninjs for Superdesk',
  newsml: 'NewsML-G2',
  nitf: 'NITF',
  'nitf-superdesk': 'NITF for Superdesk',
  docx: 'a Word document',
  pdf: 'a PDF',
  package: 'a Stet package',
};
