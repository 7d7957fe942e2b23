import type { ListItem } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { isBlank } from './cleanText.ts';

/** The items of a list that have something to read, in them or under them; the empty one under the caret is left out. */
export function filledItems(items: readonly ListItem[]): ListItem[] {
  return items.flatMap(({ content, list }) => {
    const inner = list ? filledItems(list.items) : [];
    if (inner.length > 0 && list) return [{ content, list: { kind: list.kind, items: inner } }];
    return isBlank(inlineText(content)) ? [] : [{ content }];
  });
}
