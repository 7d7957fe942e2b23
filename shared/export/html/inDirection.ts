import type { Direction } from '../textDirection.ts';
import { attributes } from './escapeHtml.ts';

/** Words with their language and direction around them, where they have any of their own to say. */
export function inDirection(html: string, direction: Direction | undefined, language: string | undefined): string {
  if (html === '' || (direction === undefined && !language)) return html;
  return `<span${attributes({ dir: direction, lang: language || undefined })}>${html}</span>`;
}
