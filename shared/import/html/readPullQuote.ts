import { isBlank } from '../../export/cleanText.ts';
import type { PullQuote } from '../../story/block.ts';
import { inlineText } from '../../story/plainText.ts';
import { blockBase } from './blockBase.ts';
import type { HtmlContext, HtmlDocument } from './HtmlContext.ts';
import { classNames, detach, findElements, hasClass, isElement, rawText } from './htmlTree.ts';
import type { HtmlElement, HtmlNode } from './htmlTree.ts';
import { InlineSink } from './InlineSink.ts';
import type { ReadBlock, Walk } from './Sink.ts';

const PULL = /(?:^|[-_])pull(?:ed)?[-_]?quotes?(?:$|[-_])/;
const HOLDERS = new Set(['aside', 'figure', 'blockquote', 'div', 'section', 'p']);
const ATTRIBUTIONS = new Set([
  ...['attribution', 'quote-attribution', 'pullquote-attribution', 'quote-author', 'pullquote-author', 'quote-credit'],
  ...['author', 'cite', 'source'],
]);
/** An aside whose quote is most of it is a pull-quote; one with more to say is an aside. */
const MOSTLY = 0.6;

/** Whether an element is a quote lifted out of the copy: by its class, or an `aside` around one `blockquote`. */
export function isPullQuote(element: HtmlElement): boolean {
  if (!HOLDERS.has(element.tagName)) return false;
  if (classNames(element).some((name) => PULL.test(name))) return true;
  if (element.tagName !== 'aside') return false;
  const quotes = findElements(element, (inner) => inner.tagName === 'blockquote');
  const [quote] = quotes;
  if (quote === undefined || quotes.length !== 1) return false;
  const by = findAttribution(element);
  return shown(quote) >= (shown(element) - (by ? shown(by) : 0)) * MOSTLY;
}

/** Reads one; null if nothing is written in it. */
export function readPullQuote(
  element: HtmlElement,
  context: HtmlContext,
  document: HtmlDocument,
  walk: Walk,
): { quote: PullQuote | null; hoisted: readonly ReadBlock[] } {
  const by = findAttribution(element);
  if (by) detach(by);
  const sink = new InlineSink();
  walk(element.childNodes, { ...context, isQuote: false }, sink);
  const content = sink.isEmpty ? [] : sink.take().content;
  const attribution = by ? attributionText(by, document) : '';
  if (content.length === 0 && attribution === '') return { quote: null, hoisted: sink.hoisted };
  const base = blockBase(inlineText(content) || attribution, context);
  return { quote: { ...base, type: 'pullQuote', content, attribution, source: null }, hoisted: sink.hoisted };
}

/** Who is quoted, if the markup says so; a `cite` in the middle of a sentence is the title of a work. */
function findAttribution(element: HtmlElement): HtmlElement | null {
  const named = findElements(element, (inner) => {
    return inner.tagName === 'figcaption' || inner.tagName === 'footer' || hasClass(inner, ATTRIBUTIONS);
  });
  const cites = findElements(element, (inner) => inner.tagName === 'cite');
  const last = named.at(-1) ?? cites.filter((cite) => isLastWord(cite, element)).at(-1);
  return last && shown(last) < shown(element) ? last : null;
}

/** Whether no words follow `inner` inside `outer`. */
export function isLastWord(inner: HtmlElement, outer: HtmlElement): boolean {
  for (let node: HtmlElement = inner; node !== outer;) {
    const parent = node.parentNode;
    if (!parent || !isElement(parent)) return false;
    const after: HtmlNode[] = parent.childNodes.slice(parent.childNodes.indexOf(node) + 1);
    if (!after.every((next) => isBlank(rawText(next)))) return false;
    node = parent;
  }
  return true;
}

function attributionText(element: HtmlElement, { isOurs }: HtmlDocument): string {
  const text = rawText(element)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
  // The dash before a name is how a page draws it.
  return isOurs ? text : text.replace(/^(?:[—–―-]|--)[\s\u00a0]*/u, '');
}

function shown(element: HtmlElement): number {
  return rawText(element).replace(/\s+/gu, '').length;
}
