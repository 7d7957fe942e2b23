import { KNOWN_MARKS, type KnownMark } from '../../story/inline.ts';
import { markBit, type InlineStyle } from './InlineRun.ts';
import { attribute, hasClass, type HtmlElement } from './htmlTree.ts';
import { readLinkTarget } from './readLinkTarget.ts';
import { inlineStyle, type Declarations, type StyleSheet } from './StyleSheet.ts';
import { BLOCK_TAGS } from './tagKinds.ts';

/** What holds for everything inside an element. */
export interface HtmlContext extends InlineStyle {
  /** Set by an element with `dir` or `direction`; null: by the text. */
  readonly direction: 'ltr' | 'rtl' | null;
  /** Inside a heading or a table's head, where bold is how it is set and not emphasis. */
  readonly isBoldAnyway: boolean;
  readonly isQuote: boolean;
  /** Inside the name of who is quoted: a last line of the quote before, not another quote. */
  readonly isQuoteEnd: boolean;
  /** How many lists are around. */
  readonly listDepth: number;
}

/** What holds for the document as a whole. */
export interface HtmlDocument {
  readonly sheet: StyleSheet;
  /** The address relative links are completed with; null when the document names none. */
  readonly base: string | null;
  /** Word and LibreOffice underline links by hand. */
  readonly isOffice: boolean;
  /** Stet wrote it: nothing in it needs guessing. */
  readonly isOurs: boolean;
  /** The element the page says is its story, if there is one that holds most of its words. */
  readonly story: HtmlElement | null;
}

export const ROOT_CONTEXT: HtmlContext = {
  marks: 0,
  link: null,
  preserve: false,
  language: '',
  direction: null,
  isBoldAnyway: false,
  isQuote: false,
  isQuoteEnd: false,
  listDepth: 0,
};

const TAG_MARKS: Readonly<Record<string, KnownMark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
const ALL_MARKS = (1 << KNOWN_MARKS.length) - 1;
/** Word marks what a style sheet calls a heading or a quote by class alone; its look is not emphasis. */
const OWN_CITATION = new Set(['credit', 'attribution']);
const PRESERVED = new Set(['pre', 'pre-wrap', 'pre-line', 'break-spaces', 'preserve', 'preserve-breaks']);

/** What holds inside `element`, given what holds around it. */
export function enterElement(element: HtmlElement, around: HtmlContext, document: HtmlDocument): HtmlContext {
  const own = inlineStyle(element);
  // A sheet's rules for paragraphs say how a kind of paragraph looks, not which words are stressed.
  const style = BLOCK_TAGS.has(element.tagName) ? own : merge(document.sheet.ruled(element), own);
  const link = element.tagName === 'a' ? readLink(element, document) : around.link;
  return {
    ...around,
    link,
    marks: readMarks(element, style, { ...around, link }, document),
    preserve: readPreserve(element, style, around.preserve),
    language: languageOf(element) ?? around.language,
    direction: readDirection(element, own, around.direction),
    isBoldAnyway: around.isBoldAnyway || element.tagName === 'th',
  };
}

/** The language an element says it is in, as a well-formed BCP 47 tag; null when it says none. */
export function languageOf(element: HtmlElement): string | null {
  const tag = (attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? '').trim().replaceAll('_', '-');
  if (tag === '' || tag.length > 35 || /^x-/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function merge(ruled: Declarations, own: Declarations): Declarations {
  if (ruled.size === 0) return own;
  return own.size === 0 ? ruled : new Map([...ruled, ...own]);
}

function readLink(element: HtmlElement, { base }: HtmlDocument): HtmlContext['link'] {
  const url = readLinkTarget(attribute(element, 'href'), base);
  return url === null ? null : { url, title: (attribute(element, 'title') ?? '').replace(/\s+/g, ' ').trim() };
}

function readMarks(element: HtmlElement, style: Declarations, around: HtmlContext, { isOffice }: HtmlDocument): number {
  let { marks } = around;
  const tagged = TAG_MARKS[element.tagName];
  const isPlain = tagged === 'italic' && element.tagName === 'cite' && hasClass(element, OWN_CITATION);
  const isLinkLook = tagged === 'underline' && isOffice && around.link !== null;
  if (tagged !== undefined && !isPlain && !isLinkLook) marks |= markBit(tagged);
  const set = (mark: KnownMark, isOn: boolean): void => {
    marks = isOn ? marks | markBit(mark) : marks & (ALL_MARKS ^ markBit(mark));
  };

  const weight = style.get('font-weight');
  if (weight !== undefined) {
    const isBold = /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600;
    if (!isBold && /^(?:normal|lighter|[1-5]\d\d)/.test(weight)) set('bold', false);
    else if (isBold && !around.isBoldAnyway) set('bold', true);
  }
  const slant = style.get('font-style');
  if (slant !== undefined) {
    if (/^(?:italic|oblique)/.test(slant)) set('italic', true);
    else if (slant === 'normal') set('italic', false);
  }
  const lines = style.get('text-decoration-line') ?? style.get('text-decoration');
  if (lines !== undefined) {
    if (lines.includes('underline') && around.link === null) set('underline', true);
    if (lines.includes('line-through')) set('strikethrough', true);
    // The lines of elements around go on under their children; only an element's own are taken back.
    if (/\bnone\b/.test(lines) && (tagged === 'underline' || tagged === 'strikethrough')) {
      marks = (marks & ~markBit(tagged)) | (around.marks & markBit(tagged));
    }
  }
  const raised = style.get('vertical-align');
  if (raised === 'super') set('superscript', true);
  else if (raised === 'sub') set('subscript', true);
  else if (raised === 'baseline' && (tagged === 'superscript' || tagged === 'subscript')) set(tagged, false);
  return marks;
}

function readPreserve(element: HtmlElement, style: Declarations, around: boolean): boolean {
  const spaces = style.get('white-space') ?? style.get('white-space-collapse');
  if (spaces !== undefined) return PRESERVED.has(spaces.split(' ')[0] ?? '');
  return around || /^(?:pre|listing|xmp|plaintext)$/.test(element.tagName);
}

function readDirection(
  element: HtmlElement,
  style: Declarations,
  around: HtmlContext['direction'],
): HtmlContext['direction'] {
  const said = (attribute(element, 'dir') ?? style.get('direction') ?? '').trim().toLowerCase();
  if (said === 'rtl' || said === 'ltr') return said;
  return said === 'auto' ? null : around;
}
