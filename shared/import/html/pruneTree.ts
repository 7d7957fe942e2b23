import { isBlank } from '../../export/cleanText.ts';
import { isStoryElement } from './findStory.ts';
import { attribute, findElements, hasClass, isElement, isText, rawText } from './htmlTree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './htmlTree.ts';
import { isRecording } from './readRecording.ts';
import { inlineStyle, type StyleSheet } from './StyleSheet.ts';

/** What of a page was not taken over, for the notes. */
export interface LeftOut {
  /** Words the page does not show. */
  hiddenWords: number;
  /** Words that a tracked change had deleted. */
  deletedWords: number;
  /** Margin comments of Word. */
  comments: number;
  /** `menu`, `page header`, `page footer`, `form`: parts of the page around the story that had words. */
  readonly parts: Set<string>;
  /** Addresses of embedded players, maps and pages, and names of what has none. */
  readonly embeds: string[];
}

/** Never shown by a browser, or drawn and not written. */
const NEVER_SHOWN = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'link', 'meta', 'base', 'param', 'track', 'area', 'map'],
  ...['svg', 'canvas', 'datalist', 'annotation', 'annotation-xml', 'xml', 'noembed', 'noframes', 'frameset', 'title'],
]);
const CONTROLS = new Set(['button', 'select', 'textarea', 'input', 'progress', 'meter', 'keygen']);
const EMBEDS = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'applet', 'portal', 'fencedframe']);
/** Class names by which pages keep words for screen readers alone. */
const UNSEEN = new Set(['sr-only', 'screen-reader-text', 'visually-hidden', 'visuallyhidden', 'element-invisible']);
/** The marks of Word's margin comments in the text. */
const COMMENT_MARKS = new Set(['msocomanchor']);
const STORY_TAGS = new Set(['p', 'article', 'main', 'h1', 'h2', 'blockquote', 'figure']);
/** Shorter than this is a search field with its label, not a story inside a form. */
const STORY_LENGTH = 200;

/** Takes everything out of a tree that is not to be read: what is hidden, what runs, the page's menus and fields. */
export function pruneTree(root: HtmlParent, sheet: StyleSheet): LeftOut {
  const leftOut: LeftOut = { hiddenWords: 0, deletedWords: 0, comments: 0, parts: new Set(), embeds: [] };
  // With the story in an element of its own, what the page has above and below is the page's.
  const hasStory = findElements(root, isStoryElement).some((element) => rawText(element).length > STORY_LENGTH);
  prune(root, { sheet, leftOut, isAroundStory: hasStory });
  return leftOut;
}

interface Pruning {
  readonly sheet: StyleSheet;
  readonly leftOut: LeftOut;
  readonly isAroundStory: boolean;
}

function prune(parent: HtmlParent, pruning: Pruning): void {
  parent.childNodes = parent.childNodes.filter((node) => {
    if (isText(node)) return true;
    if (!isElement(node) || isDropped(node, pruning)) return false;
    prune(node, isStoryElement(node) ? { ...pruning, isAroundStory: false } : pruning);
    return true;
  });
}

function isDropped(element: HtmlElement, { sheet, leftOut, isAroundStory }: Pruning): boolean {
  const tag = element.tagName;
  if (NEVER_SHOWN.has(tag) || hasClass(element, COMMENT_MARKS)) return true;
  if (EMBEDS.has(tag) && (!isRecording(element) || isHidden(element, sheet))) {
    if (!isHidden(element, sheet)) leftOut.embeds.push(embedName(element));
    return true;
  }
  if (CONTROLS.has(tag)) return tag !== 'input' || attribute(element, 'type')?.toLowerCase() !== 'checkbox';
  const office = inlineStyle(element).get('mso-element');
  if (office === 'comment-list' || office === 'comment') {
    leftOut.comments += office === 'comment' ? 1 : findElements(element, isOfficeComment).length;
    return true;
  }
  if (tag === 'del' && (attribute(element, 'datetime') !== null || attribute(element, 'cite') !== null)) {
    leftOut.deletedWords += countShownWords(element);
    return true;
  }
  if (isHidden(element, sheet)) {
    leftOut.hiddenWords += countShownWords(element);
    return true;
  }
  const part = pagePart(element, isAroundStory);
  if (part === null) return false;
  if (!isBlank(rawText(element))) leftOut.parts.add(part);
  return true;
}

function isOfficeComment(element: HtmlElement): boolean {
  return inlineStyle(element).get('mso-element') === 'comment';
}

/** Whether a reader of the page does not see an element. */
function isHidden(element: HtmlElement, sheet: StyleSheet): boolean {
  if (attribute(element, 'hidden') !== null || hasClass(element, UNSEEN)) return true;
  if (element.tagName === 'dialog' && attribute(element, 'open') === null) return true;
  const own = inlineStyle(element);
  const value = (property: string) => own.get(property) ?? sheet.ruled(element).get(property);
  if (value('display') === 'none' || value('mso-hide') === 'all') return true;
  if (/^(?:hidden|collapse)$/.test(value('visibility') ?? '')) return true;
  // Pages with a dialog open put it on everything behind the dialog: only what is no story is ornament.
  return attribute(element, 'aria-hidden') === 'true' && !holdsStory(element);
}

function holdsStory(element: HtmlElement): boolean {
  const isStory = (inner: HtmlElement) => STORY_TAGS.has(inner.tagName);
  return isStory(element) || findElements(element, isStory).length > 0;
}

/** What part of the page around a story an element is; null if it may be the story. */
function pagePart(element: HtmlElement, isAroundStory: boolean): string | null {
  const role = attribute(element, 'role');
  if (element.tagName === 'nav' || role === 'navigation' || role === 'menu' || role === 'menubar') return 'menu';
  if (element.tagName === 'form' || element.tagName === 'search' || role === 'search') {
    // Some systems put the whole page into one form, and some programs a story into one without a field.
    const copy = findElements(element, (inner) => STORY_TAGS.has(inner.tagName));
    const isStory = copy.reduce((length, part) => length + rawText(part).length, 0) >= STORY_LENGTH;
    return isStory || findElements(element, (inner) => CONTROLS.has(inner.tagName)).length === 0 ? null : 'form';
  }
  if (!isAroundStory) return null;
  if (element.tagName === 'header' || role === 'banner') return holdsHeadline(element) ? null : 'page header';
  return element.tagName === 'footer' || role === 'contentinfo' ? 'page footer' : null;
}

function holdsHeadline(element: HtmlElement): boolean {
  return findElements(element, (inner) => inner.tagName === 'h1' || isStoryElement(inner)).length > 0;
}

function countShownWords(element: HtmlElement): number {
  const shown = (node: HtmlNode): string => {
    if (isText(node)) return node.value;
    return isElement(node) && !NEVER_SHOWN.has(node.tagName) ? ` ${node.childNodes.map(shown).join('')} ` : '';
  };
  return shown(element)
    .split(/\s+/u)
    .filter((word) => !isBlank(word)).length;
}

function embedName(element: HtmlElement): string {
  const inner = findElements(element, (child) => child.tagName === 'source' || child.tagName === 'embed')[0];
  for (const candidate of [element, inner]) {
    if (!candidate) continue;
    const address =
      attribute(candidate, 'src') ?? attribute(candidate, 'data') ?? attribute(candidate, 'data-src') ?? '';
    if (/^(?:https?:)?\/\//i.test(address)) return address.slice(0, 300);
  }
  return element.tagName === 'iframe' ? 'a page' : `a ${element.tagName}`;
}
