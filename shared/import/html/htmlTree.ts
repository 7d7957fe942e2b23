import type { DefaultTreeAdapterTypes } from 'parse5';

/** Nodes of an inert tree: nothing in it runs, loads or can be put on a page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** An attribute's value, null when it is not there. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

const classLists = new WeakMap<HtmlElement, readonly string[]>();

/** The class names of an element, in lower case. */
export function classNames(element: HtmlElement): readonly string[] {
  let names = classLists.get(element);
  if (!names) {
    names = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    classLists.set(element, names);
  }
  return names;
}

/** Whether any of an element's classes is one of these. */
export function hasClass(element: HtmlElement, names: ReadonlySet<string>): boolean {
  return classNames(element).some((name) => names.has(name));
}

/** The characters inside a node, as they stand in the source. The tree must be of limited depth. */
export function rawText(node: HtmlNode | HtmlParent): string {
  if ('childNodes' in node) return node.childNodes.map(rawText).join('');
  return 'value' in node ? node.value : '';
}

/** The elements inside that `wanted` picks, in order; what is inside a picked one is not looked at. */
export function findElements(parent: HtmlParent, wanted: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  collect(parent, wanted, found);
  return found;
}

function collect(parent: HtmlParent, wanted: (element: HtmlElement) => boolean, found: HtmlElement[]): void {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    if (wanted(node)) found.push(node);
    else collect(node, wanted, found);
  }
}

/** Takes an element out of its tree. */
export function detach(element: HtmlElement): void {
  const parent = element.parentNode;
  if (!parent) return;
  parent.childNodes = parent.childNodes.filter((node) => node !== element);
  element.parentNode = null;
}
