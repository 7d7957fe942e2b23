import { attribute, classNames, type HtmlElement } from './htmlTree.ts';
import { isCredit } from './readFigure.ts';
import type { BlockRole } from './Sink.ts';

const ROLES: readonly (readonly [BlockRole, RegExp])[] = [
  ['headline', /^(?:msotitle|headline|(?:entry|post|article|story|page)[-_]+(?:title|headline))$/],
  [
    'deck',
    /^(?:msosubtitle|deck|dek|standfirst|stand-first|sub-?headline|sub-?title|(?:entry|post|article|story)[-_]+(?:deck|dek|sub-?title|standfirst))$/,
  ],
  ['byline', /^(?:byline|by-line|(?:entry|post|article|story)[-_]+(?:byline|author))$/],
  ['dateline', /^dateline$/],
  [
    'caption',
    /^(?:msocaption|caption|thumbcaption|(?:wp|infobox|image|img|photo|media|picture|figure)[-_]+caption(?:[-_]+text)?)$/,
  ],
];
const PROPERTIES: Readonly<Record<string, BlockRole>> = {
  headline: 'headline',
  alternativeheadline: 'deck',
  author: 'byline',
  caption: 'caption',
};
const WHOLE = new Set(['html', 'body', 'main', 'article', 'section', 'table']);

/** What an element says its words are, by class or property; null if it says nothing. */
export function roleOf(element: HtmlElement): BlockRole | null {
  if (WHOLE.has(element.tagName)) return null;
  const names = classNames(element);
  for (const [role, pattern] of ROLES) if (names.some((name) => pattern.test(name))) return role;
  if (element.tagName === 'figcaption') return 'caption';
  if (isCredit(element) && attribute(element, 'itemprop') === null) return 'credit';
  return PROPERTIES[attribute(element, 'itemprop')?.toLowerCase() ?? ''] ?? null;
}
