import { findElements, hasClass, type HtmlElement } from './htmlTree.ts';

/** What Gutenberg, its first version, WordPress' shortcode and our own export call a gallery's element. */
const NAMES = new Set(['gallery', 'wp-block-gallery', 'blocks-gallery-grid']);

/**
 * Whether an element is a gallery: it holds two pictures or more, and either is named as one or is a figure made of figures,
 * which is what HTML has for that (§4.4.12).
 */
export function isGallery(element: HtmlElement): boolean {
  const isNamed = hasClass(element, NAMES);
  if (!isNamed && element.tagName !== 'figure') return false;
  const holds = (tag: string) => findElements(element, (inner) => inner.tagName === tag).length;
  // A picture of ours that could not travel along has its figure still, but no image.
  return isNamed ? Math.max(holds('img'), holds('figure')) > 1 : holds('figure') > 1 && holds('table') === 0;
}
