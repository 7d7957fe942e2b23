import { rawText } from '../../../shared/import/html/htmlTree.ts';
import { parseTree } from '../../../shared/import/html/parseTree.ts';

/** The words of a piece of HTML on one line, its entities read. */
export function plainText(html: string): string {
  return rawText(parseTree(html)).replace(/\s+/g, ' ').trim();
}
