import type { ExportTarget } from '../ipc/librarySchemas.ts';
import type { StoryFields } from '../story/fields.ts';
import { fileStem } from './fileStem.ts';

const ENDINGS: Readonly<Record<ExportTarget, string>> = {
  html: '.html',
  markdown: '.md',
  wordpress: '.wordpress.html',
  text: '.txt',
  ninjs: '.ninjs.json',
  'ninjs-3.1': '.ninjs-3.1.json',
  'ninjs-superdesk': '.superdesk.json',
  newsml: '.newsml.xml',
  nitf: '.nitf.xml',
  'nitf-superdesk': '.superdesk.nitf.xml',
  docx: '.docx',
  pdf: '.pdf',
  package: '.stet',
};

/** A story's name on the disk without an ending: from its slug, else its headline, else `story`. */
export function storyStem({ slug, headline }: Pick<StoryFields, 'slug' | 'headline'>): string {
  return fileStem(slug) || fileStem(headline) || 'story';
}

/** The name an export of a story gets when nobody chooses another. */
export function exportFileName(fields: Pick<StoryFields, 'slug' | 'headline'>, target: ExportTarget): string {
  return storyStem(fields) + ENDINGS[target];
}
