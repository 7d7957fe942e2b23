import type { BlockId } from '../../story/ids.ts';

/** Which words of a block a paragraph is; left out: its own. */
export type BlockPlace =
  | 'picture'
  | 'note'
  | 'alt'
  | 'caption'
  | 'credit'
  | 'attribution'
  | `item${number}`
  | `gone${number}`
  | `cell${number}x${number}`;

/** Words of the page's furniture that stand in the document. */
export const DOCUMENT_FIELDS = ['headline', 'deck', 'byline', 'dateline'] as const;
type DocumentField = (typeof DOCUMENT_FIELDS)[number];

/** Word takes no name longer than 40 letters; hidden ones begin with a line. */
const LONGEST_ID = 20;

/** The name of the bookmark by which a paragraph that comes back is known. */
export function blockBookmark(id: BlockId, place?: BlockPlace): string {
  const word = id.slice(0, LONGEST_ID).replaceAll('-', 'D').replaceAll('_', 'U');
  return `_stetb_${word}${place === undefined ? '' : `_${place}`}`;
}

/** The same for a field. */
export function fieldBookmark(field: DocumentField): string {
  return `_stetf_${field}`;
}

/** Runs inside a bookmark; `numberBookmarks` gives it its number. */
export function bookmarked(name: string | undefined, runs: string): string {
  return name === undefined ? runs : `<w:bookmarkStart w:name="${name}"/>${runs}<w:bookmarkEnd/>`;
}

/** Numbers the bookmarks of a body, each beginning with its end. */
export function numberBookmarks(body: string): string {
  const open: number[] = [];
  let next = 0;
  return body.replace(/<w:bookmark(Start|End)/g, (tag, kind: string) => {
    if (kind === 'Start') {
      next += 1;
      open.push(next);
    }
    return `${tag} w:id="${kind === 'Start' ? next : (open.pop() ?? 0)}"`;
  });
}
