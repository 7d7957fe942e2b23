import { cleanText, isBlank } from '../../export/cleanText.ts';
import type { Figure } from '../../story/block.ts';
import type { Inline } from '../../story/inline.ts';
import { inlineText } from '../../story/plainText.ts';
import { blockBase } from './blockBase.ts';
import { enterElement, type HtmlContext, type HtmlDocument } from './HtmlContext.ts';
import { attribute, classNames, detach, findElements, hasClass, rawText, type HtmlElement } from './htmlTree.ts';
import { InlineSink } from './InlineSink.ts';
import { emptyFigure, readPicture } from './readPicture.ts';
import { isRecording, readRecording } from './readRecording.ts';
import type { ReadBlock, Walk } from './Sink.ts';

const CREDIT =
  /(?:^|[-_])(?:photo|image|img|media|picture|caption|figure|wp)?[-_]?(?:credits?|copyright|photographer)(?:$|[-_])/;
const CREDIT_PROPERTIES = new Set(['credittext', 'copyrightholder', 'copyrightnotice', 'author', 'creator']);
const MISSING = new Set(['missing']);
/** What Stet writes where a picture could not travel along. */
const MISSING_NAME = /^(Picture|Video|Audio) not included(?:: (.*))?$/su;

/**
 * Reads a figure with a picture in it: the words around the picture are its caption, what is marked up as a credit its
 * credit. Several pictures become several figures, of which the last has the caption. null if there is no picture.
 */
export function readFigure(
  element: HtmlElement,
  context: HtmlContext,
  document: HtmlDocument,
  walk: Walk,
): readonly ReadBlock[] | null {
  const images = findElements(element, (inner) => inner.tagName === 'img' || isRecording(inner));
  const pictures = images.flatMap((image) => {
    const read = isRecording(image) ? readRecording(image, context) : readPicture(image, context, document);
    return read.kind === 'picture' ? [{ image, figure: read.figure, reference: read.reference }] : [];
  });
  const last = pictures.at(-1);
  const missing = last ? null : readMissing(element, context, document);
  if (!last && !missing) return null;
  for (const { image } of pictures) detach(image);
  const credit = takeCredit(element);
  const sink = new InlineSink();
  walk(element.childNodes, context, sink);
  const taken = sink.isEmpty ? null : sink.take();
  const caption = taken ? closeCaption(taken.content, credit !== '' && !document.isOurs) : [];
  const [captionElement] = findElements(element, (inner) => inner.tagName === 'figcaption');
  const inCaption = captionElement ? enterElement(captionElement, context, document) : context;
  const words = { caption, credit, origin: originOf(caption, credit) };
  const said = [inlineText(caption), credit].join(' ').trim();
  const complete = (figure: Figure): Figure => {
    const { id: _id, ...base } = blockBase(said || figure.alt, {
      ...inCaption,
      language: taken?.language || inCaption.language,
    });
    return { ...figure, ...base, ...words, origin: { ...figure.origin, ...words.origin } };
  };
  if (missing) return [{ block: complete(missing) }, ...sink.hoisted];
  const reads = pictures.map(({ figure, reference: picture }): ReadBlock => {
    return { block: figure === last?.figure ? complete(figure) : figure, picture };
  });
  return [...reads, ...sink.hoisted];
}

function originOf(caption: readonly Inline[], credit: string): Figure['origin'] {
  return { ...(caption.length > 0 ? { caption: 'typed' } : {}), ...(credit === '' ? {} : { credit: 'typed' }) };
}

/** Whether an element's class or property says that it holds a credit and nothing else. */
export function isCredit(element: HtmlElement): boolean {
  if (element.tagName === 'figcaption' || element.tagName === 'figure') return false;
  const property = attribute(element, 'itemprop')?.toLowerCase();
  return (
    classNames(element).some((name) => CREDIT.test(name)) || (property !== undefined && CREDIT_PROPERTIES.has(property))
  );
}

/** Takes the credits out of a figure and answers their words. */
function takeCredit(element: HtmlElement): string {
  const marked = innermost(element, isCredit);
  const captions = findElements(element, (inner) => inner.tagName === 'figcaption');
  const cites =
    marked.length > 0 ? [] : captions.flatMap((caption) => findElements(caption, (inner) => inner.tagName === 'cite'));
  const credits = marked.length > 0 ? marked : cites.slice(-1);
  const texts = credits.map((credit) => cleanText(rawText(credit)).replace(/ +/g, ' ').trim());
  for (const credit of credits) detach(credit);
  return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index).join(' ');
}

/** A wrapper named after the credit in it is not the credit. */
function innermost(element: HtmlElement, wanted: (inner: HtmlElement) => boolean): HtmlElement[] {
  return findElements(element, wanted).flatMap((found) => {
    const inner = innermost(found, wanted);
    const isWhole = inner.length === 0 || inner.map(rawText).join('').trim() === rawText(found).trim();
    const holdsCaption = findElements(found, (part) => part.tagName === 'figcaption').length > 0;
    if (isWhole && !holdsCaption) return [found];
    return inner;
  });
}

/** The brackets or the bar that stood around a credit go with it. */
function closeCaption(caption: Inline[], hadCredit: boolean): Inline[] {
  const last = caption.at(-1);
  if (!hadCredit || last?.type !== 'text') return caption;
  const text = last.text.replace(/(?:\s*(?:\(\s*\)|\[\s*\]|\|))+\s*$/u, '');
  if (text === last.text) return caption;
  return text === '' ? caption.slice(0, -1) : [...caption.slice(0, -1), { ...last, text }];
}

/** The place of a picture that did not travel along: what our own export says of it, or a caption under nothing. */
function readMissing(element: HtmlElement, context: HtmlContext, { isOurs }: HtmlDocument): Figure | null {
  const [note, described] = isOurs ? findElements(element, (inner) => hasClass(inner, MISSING)) : [];
  if (note) {
    const alt = described ? rawText(described).trim() : '';
    const [, name, fileName = ''] = MISSING_NAME.exec(rawText(note).trim()) ?? [];
    for (const part of [note, described]) if (part) detach(part);
    const medium = name === 'Video' ? 'video' : name === 'Audio' ? 'audio' : undefined;
    return { ...emptyFigure(fileName, alt, context), ...(medium && { medium }) };
  }
  const isCaptioned = findElements(element, (inner) => inner.tagName === 'figcaption').some(
    (one) => !isBlank(rawText(one)),
  );
  const hasImage = findElements(element, (inner) => inner.tagName === 'img').length > 0;
  return isCaptioned && hasImage ? emptyFigure('', '', context) : null;
}
