import { cleanText } from '../../export/cleanText.ts';
import type { HtmlContext } from './HtmlContext.ts';
import { attribute, findElements, type HtmlElement } from './htmlTree.ts';
import { emptyFigure, fileNameOf, type ReadPicture } from './readPicture.ts';

/** Whether an element plays a file that lies with the document: players of the web's are the page's own affair. */
export function isRecording(element: HtmlElement): boolean {
  return isPlayer(element) && recordingSource(element) !== '';
}

function isPlayer({ tagName }: HtmlElement): boolean {
  return tagName === 'video' || tagName === 'audio';
}

/** Reads a `video` or `audio`; its figure has no caption yet and no asset, as a picture's has not. */
export function readRecording(element: HtmlElement, context: HtmlContext): ReadPicture {
  const src = recordingSource(element);
  const alt = cleanText(attribute(element, 'aria-label') ?? '').trim();
  const poster = attribute(element, 'poster')?.trim();
  const medium = element.tagName === 'audio' ? 'audio' : 'video';
  return {
    kind: 'picture',
    figure: { ...emptyFigure(fileNameOf(src), alt, context), medium },
    reference: { src, width: null, ...(poster && { poster }) },
  };
}

/** The first local address of a player; empty where there is none. */
function recordingSource(element: HtmlElement): string {
  const sources = findElements(element, (inner) => inner.tagName === 'source');
  for (const candidate of [element, ...sources]) {
    const src = attribute(candidate, 'src')?.trim() ?? '';
    if (src !== '' && !/^(?:(?!file:)[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return src;
  }
  return '';
}
