import { bookmarked } from './bookmarks.ts';
import type { Direction } from '../textDirection.ts';

/** What a paragraph is, besides its words. */
export interface WordParagraph {
  /** The id of its style; undefined for plain copy. */
  readonly style?: string | undefined;
  readonly direction: Direction;
  /** Whether it stays on the page of the next one. */
  readonly isKept?: boolean;
  readonly list?: { readonly id: number; readonly level: number };
  /** Of the bookmark it is known by when the document comes back. */
  readonly name?: string | undefined;
}

/** A paragraph around ready runs. A right-to-left one begins at the right by itself. */
export function paragraph({ style, direction, isKept = false, list, name }: WordParagraph, runs: string): string {
  const own = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    isKept ? '<w:keepNext/>' : '',
    list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>` : '',
    direction === 'rtl' ? '<w:bidi/>' : '',
  ].join('');
  return `<w:p>${own === '' ? '' : `<w:pPr>${own}</w:pPr>`}${bookmarked(name, runs)}</w:p>`;
}
