import type { Figure } from '../../story/block.ts';
import { isBlank } from '../cleanText.ts';
import { pathUrl, type ExportRecording } from '../exportPicture.ts';
import { mediumOf } from '../../media/medium.ts';
import { attributes } from './escapeHtml.ts';

/** A recording with the browser's own controls; nothing is loaded of it but what tells its length, and nothing plays by itself. */
export function htmlRecording({ alt }: Pick<Figure, 'alt'>, { path, type, poster }: ExportRecording): string {
  const own = {
    src: pathUrl(path),
    preload: 'metadata',
    'aria-label': isBlank(alt) ? undefined : alt,
  };
  if (mediumOf(type) === 'audio') return `<audio controls${attributes(own)}></audio>`;
  const shown = poster && { poster: pathUrl(poster.path), width: poster.width, height: poster.height };
  return `<video controls playsinline${attributes({ ...own, ...shown })}></video>`;
}
