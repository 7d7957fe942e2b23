import { cleanText } from '../../export/cleanText.ts';
import type { Figure } from '../../story/block.ts';
import { blockBase } from './blockBase.ts';
import type { HtmlContext, HtmlDocument } from './HtmlContext.ts';
import { attribute, classNames, type HtmlElement } from './htmlTree.ts';
import type { PictureReference } from './Sink.ts';

/** Where pages that load pictures late keep the address. */
const SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'data-full-src', 'data-orig-file', 'data-url'];
/** A pixel that counts readers, or a spacer. */
const MAX_SPACER = 3;
/** An icon beside a word. */
const MAX_ICON = 24;
/** An emoji drawn as a picture. */
const MAX_EMOJI = 72;
const MAX_NAME = 255;

/** What an `img` is: a picture, words drawn as one (an emoji), or nothing to keep. */
export type ReadPicture =
  | { readonly kind: 'picture'; readonly figure: Figure; readonly reference: PictureReference }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'ornament' };

/**
 * Reads an `img`; its figure has no caption yet and no asset: whoever imports knows where to look for the bytes. In a
 * document of our own each is a picture, however small.
 */
export function readPicture(image: HtmlElement, context: HtmlContext, { isOurs }: HtmlDocument): ReadPicture {
  const alt = cleanText(attribute(image, 'alt') ?? '').trim();
  const width = readLength(attribute(image, 'width'));
  const height = readLength(attribute(image, 'height'));
  const isUnder = (limit: number) => !isOurs && width !== null && height !== null && width <= limit && height <= limit;
  if (isEmoji(image, alt, isUnder(MAX_EMOJI))) return { kind: 'words', text: alt };
  const src = pictureSource(image);
  if (isUnder(MAX_SPACER) || (isUnder(MAX_ICON) && src !== '')) return { kind: 'ornament' };
  if (src === '' && alt === '') return { kind: 'ornament' };
  return { kind: 'picture', figure: emptyFigure(fileNameOf(src), alt, context), reference: { src, width } };
}

/** A figure without a picture yet, and without a caption. */
export function emptyFigure(fileName: string, alt: string, context: HtmlContext): Figure {
  return {
    ...blockBase(alt, context),
    type: 'figure',
    assetId: null,
    fileName,
    caption: [],
    credit: '',
    alt,
    origin: alt === '' ? {} : { alt: 'typed' },
  };
}

/** The address of the picture itself, where `src` is only a stand-in until it is scrolled to. */
function pictureSource(image: HtmlElement): string {
  const src = (attribute(image, 'src') ?? '').trim();
  const isStandIn = src === '' || /^data:image\/(?:svg|gif;base64,R0lGOD)/i.test(src) || /^about:blank$/i.test(src);
  if (!isStandIn) return src;
  for (const name of SOURCES) {
    const late = attribute(image, name)?.trim();
    if (late) return late;
  }
  const sets = attribute(image, 'srcset') ?? attribute(image, 'data-srcset') ?? '';
  return largestOf(sets) || src;
}

/** The widest picture of a `srcset`. */
export function largestOf(srcset: string): string {
  let best = '';
  let most = -1;
  for (const candidate of srcset.split(/,\s+/)) {
    const [url = '', size = '1x'] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size) || 0;
    if (url !== '' && width > most) {
      best = url;
      most = width;
    }
  }
  return best;
}

/** A file's name from its address, without what could lead anywhere; empty for pictures written into the page. */
export function fileNameOf(src: string): string {
  if (/^(?!https?:|file:|docx:)[a-z][a-z0-9+.-]+:/i.test(src)) return '';
  const path = src.split(/[?#]/)[0] ?? '';
  let name = path.split(/[\\/]/).at(-1) ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name as it stands is as good.
  }
  return cleanText(name.split(/[\\/]/).at(-1) ?? '')
    .trim()
    .slice(0, MAX_NAME);
}

function isEmoji(image: HtmlElement, alt: string, isSmall: boolean): boolean {
  const isDrawn = classNames(image).some((name) => /^(?:emoji|wp-smiley|emojione|twemoji)$/.test(name));
  return alt !== '' && (isDrawn || (isSmall && /^\p{Emoji_Presentation}(?:\u200d|\ufe0f|\p{Emoji})*$/u.test(alt)));
}

function readLength(value: string | null): number | null {
  const length = value === null ? NaN : Number.parseFloat(value);
  return Number.isFinite(length) && !/%\s*$/.test(value ?? '') ? length : null;
}
