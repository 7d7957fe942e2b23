import type { EmbeddedMetadata } from '../../../shared/media/asset.ts';
import type { Figure } from '../../../shared/story/block.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { creditLine } from '../../../shared/media/creditLine.ts';
import { tidyText } from '../media/embedded/tidyText.ts';
import type { Coordinates, PictureWords } from './metadata/PictureWords.ts';

/** What a figure of a story says of its picture. */
export type FigureWords = Pick<Figure, 'caption' | 'credit' | 'alt' | 'origin'>;

/**
 * What is written into a rendition: what the story says of the picture where it says something, else what its file says. A
 * field that somebody emptied in the story stays empty. `figure` is null for a picture on its own.
 */
export function wordsFor(
  embedded: EmbeddedMetadata,
  figure: FigureWords | null,
  place: Coordinates | null,
): PictureWords {
  const { hasLocation: _said, ...own } = embedded;
  const said = figure ? { ...own, ...storyWords(own, figure) } : own;
  const words = place ? { ...said, place } : said;
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

function storyWords(own: EmbeddedMetadata, { caption, credit, alt, origin }: FigureWords): EmbeddedMetadata {
  const choose = (field: 'caption' | 'credit' | 'alt', text: string, asFileSays: string | undefined) => {
    const words = tidyText(text);
    if (words === undefined) return origin[field] === undefined ? own[field] : undefined;
    // The same words with their line ends, or without the creator that stands before them in the story.
    return flat(words) === flat(asFileSays ?? '') ? (own[field] ?? words) : words;
  };
  return {
    caption: choose('caption', inlineText(caption), own.caption),
    credit: choose('credit', credit, creditLine(own)),
    alt: choose('alt', alt, own.alt),
  };
}

function flat(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
