import type { Figure } from '../../story/block.ts';
import { isBlank } from '../cleanText.ts';
import { pathUrl, type ExportPicture, type ExportRecording } from '../exportPicture.ts';
import { mediumOf } from '../../media/medium.ts';
import { attributes } from './escapeHtml.ts';

/** A recording with the browser's own controls; nothing is loaded of it but what tells its length, and nothing plays by itself. */
export function htmlRecording(
  { alt }: Pick<Figure, 'alt'>,
  file: ExportRecording,
  urlOf: (file: ExportPicture | ExportRecording) => string | undefined = ({ path }) => pathUrl(path),
): string {
  const { type, poster } = file;
  const own = {
    src: urlOf(file),
    preload: 'metadata',
    'aria-label': isBlank(alt) ? undefined : alt,
  };
  if (mediumOf(type) === 'audio') return `<audio controls${attributes(own)}></audio>`;
  const shown = poster && { poster: urlOf(poster), width: poster.width, height: poster.height };
  return `<video controls playsinline${attributes({ ...own, ...shown })}></video>`;
}
