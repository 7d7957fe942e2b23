import type { FileFilter } from 'electron';
import type { ExportTarget, StorySummary } from '../../shared/ipc/librarySchemas.ts';

const KINDS: Readonly<Record<ExportTarget, FileFilter>> = {
  html: { name: 'Web page', extensions: ['html'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  wordpress: { name: 'WordPress block markup', extensions: ['html'] },
  text: { name: 'Plain text', extensions: ['txt'] },
  package: { name: 'Stet package', extensions: ['stet'] },
};
const MAX_LENGTH = 80;

/** What the save dialog offers for a target. */
export function exportFilter(target: ExportTarget): FileFilter {
  return KINDS[target];
}

/** A file name for a story, from its slug or else its headline: no character any system refuses, never empty. */
export function exportFileName(story: Pick<StorySummary, 'slug' | 'headline'>, target: ExportTarget): string {
  const words = (story.slug.trim() || story.headline.trim())
    .normalize('NFC')
    // Separators, what Windows refuses, controls and marks that turn text around.
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const name = Array.from(words).slice(0, MAX_LENGTH).join('').replace(/-+$/, '') || 'story';
  const ending = target === 'wordpress' ? 'wordpress.html' : KINDS[target].extensions[0];
  return `${name}.${ending}`;
}
