import { DOMParser, onErrorStopParsing, type Element, type Node } from '@xmldom/xmldom';

const ELEMENT = 1;

/** A part of a Word document as a tree; null where it is not well-formed. */
export function parseWordXml(xml: string | null): Element | null {
  if (xml === null) return null;
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement;
  } catch {
    return null;
  }
}

/** The elements in an element, in order. */
export function childrenOf(parent: Node): Element[] {
  const found: Element[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling)
    if (child.nodeType === ELEMENT) found.push(child as Element);
  return found;
}

/** The first element of a name in an element. */
export function childOf(parent: Node | null | undefined, name: string): Element | null {
  if (!parent) return null;
  return childrenOf(parent).find((child) => child.nodeName === name) ?? null;
}

/** Every element of a name below an element, in order. */
export function allOf(parent: Node | null, name: string): Element[] {
  if (!parent) return [];
  return childrenOf(parent).flatMap((child) => [...(child.nodeName === name ? [child] : []), ...allOf(child, name)]);
}

/** An attribute by its name; null where there is none. */
export function attributeOf(element: Element | null, name: string): string | null {
  return element?.hasAttribute(name) ? element.getAttribute(name) : null;
}

/** Whether a property such as bold holds: it is there, and does not say no. */
export function isOn(properties: Element | null, name: string): boolean {
  const property = childOf(properties, name);
  return property !== null && !/^(?:0|false|off|none)$/.test(attributeOf(property, 'w:val') ?? '');
}

/** The words of a paragraph or more, a line for each. */
export function plainTextOf(parent: Node): string {
  const text = childrenOf(parent)
    .map((child): string => {
      if (child.nodeName === 'w:t' || child.nodeName === 'w:delText' || child.nodeName === 'm:t')
        return child.textContent ?? '';
      if (child.nodeName === 'w:tab') return ' ';
      return plainTextOf(child) + (child.nodeName === 'w:p' || child.nodeName === 'w:br' ? '\n' : '');
    })
    .join('');
  return text;
}
