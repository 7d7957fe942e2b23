import { attribute, findElements, rawText, type HtmlElement, type HtmlParent } from './htmlTree.ts';

/** With less of the page's words than this an element is one of many. */
const MOSTLY = 0.5;

/** Whether a page says of an element that it is its story. */
export function isStoryElement(element: HtmlElement): boolean {
  const role = attribute(element, 'role');
  return element.tagName === 'article' || element.tagName === 'main' || role === 'main' || role === 'article';
}

/** The innermost element that the page calls its story and that holds most of the words in `root`; null if none does. */
export function findStory(root: HtmlParent): HtmlElement | null {
  const least = rawText(root).trim().length * MOSTLY;
  let story: HtmlElement | null = null;
  for (let around: HtmlParent | null = root; around;) {
    const within: HtmlElement[] = findElements(around, isStoryElement).filter(
      (one) => rawText(one).trim().length > least,
    );
    around = within[0] ?? null;
    story = around ?? story;
  }
  return story;
}
