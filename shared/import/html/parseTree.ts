import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { StetError } from '../../lang/result.ts';
import { isElement, isText, type HtmlElement, type HtmlNode, type HtmlParent } from './htmlTree.ts';

/** Nothing people write nests deeper; everything after this may recurse. */
const MAX_DEPTH = 200;
/** Elements of a document. A story of ten thousand words has a few thousand. */
const MAX_ELEMENTS = 1_000_000;
/** Fewer are never too many. Beyond, unclosed tags that come back in every paragraph make more elements than characters. */
const SOME_ELEMENTS = 100_000;
/** UTF-16 units, pictures written into the page included. */
const MAX_LENGTH = 192 * 1024 * 1024;

/** What is never words: its characters must not come up when the tree is cut. */
const WORDLESS = new Set(
  'script style template noscript iframe object svg title textarea select noembed noframes head'.split(' '),
);

/**
 * Reads HTML as a browser does, however broken it is, into an inert tree at most 200 levels deep. Deeper elements end up
 * side by side at the last level: their words and pictures stay, in order.
 * Throws StetError `tooLarge` for what would not fit into memory.
 */
export function parseTree(html: string): HtmlParent {
  if (html.length > MAX_LENGTH) throw tooLarge();
  const most = Math.min(MAX_ELEMENTS, SOME_ELEMENTS + html.length);
  let elements = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (tagName, namespace, attrs) => {
    elements += 1;
    if (elements > most) throw tooLarge();
    return defaultTreeAdapter.createElement(tagName, namespace, attrs);
  };
  const document: DefaultTreeAdapterTypes.Document = parse(html, {
    scriptingEnabled: false,
    treeAdapter: { ...defaultTreeAdapter, createElement },
  });
  limitDepth(document);
  return document;
}

function tooLarge(): StetError {
  return new StetError(
    'tooLarge',
    'This page is too large or too tangled to take in. Nothing was changed. Copy only the story from it and paste that.',
  );
}

function limitDepth(root: HtmlParent): void {
  let level: HtmlParent[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MAX_DEPTH) {
      for (const parent of level) parent.childNodes = flatten(parent);
      return;
    }
    level = level.flatMap((parent) => parent.childNodes.filter(isElement));
  }
}

/** Everything inside, in reading order, elements emptied. */
function flatten(parent: HtmlParent): HtmlNode[] {
  const flat: HtmlNode[] = [];
  const waiting: HtmlNode[] = [...parent.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) flat.push(node);
    if (!isElement(node) || WORDLESS.has(node.tagName)) continue;
    const inner = node.childNodes;
    const emptied: HtmlElement = { ...node, childNodes: [] };
    flat.push(emptied);
    for (let at = inner.length - 1; at >= 0; at -= 1) {
      const child = inner[at];
      if (child) waiting.push(child);
    }
  }
  return flat;
}
