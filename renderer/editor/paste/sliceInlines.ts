import type { ListItem } from '../../../shared/story/block.ts';
import type { Inline, LineBreak, Link, TextInline } from '../../../shared/story/inline.ts';
import { inlineText } from '../../../shared/story/plainText.ts';

/** Part of a run that lies between two offsets of the whole; null when nothing of it does. */
function sliceLeaf<Leaf extends TextInline | LineBreak>(leaf: Leaf, from: number, to: number): Leaf | null {
  if (leaf.type === 'lineBreak') return from <= 0 && to >= 1 ? leaf : null;
  const text = leaf.text.slice(Math.max(0, from), Math.max(0, to));
  return text === '' ? null : { ...leaf, text };
}

/** The words between two UTF-16 offsets of `inlineText(content)`, with their marks and links. */
export function sliceInlines(content: readonly Inline[], start: number, end: number): Inline[] {
  const sliced: Inline[] = [];
  let at = 0;
  for (const inline of content) {
    const length = inlineText([inline]).length;
    const from = start - at;
    const to = end - at;
    at += length;
    if (to <= 0 || from >= length) continue;
    if (inline.type === 'link') {
      const children = sliceInlines(inline.children, from, to) as Link['children'];
      if (children.length > 0) sliced.push({ ...inline, children });
    } else {
      const leaf = sliceLeaf(inline, from, to);
      if (leaf) sliced.push(leaf);
    }
  }
  return sliced;
}

/**
 * The items of a list between two offsets of its text, where items are parted by one `\n` each, in reading order. An
 * item that only held what was cut away goes, unless a list inside it stays.
 */
export function sliceItems(items: readonly ListItem[], start: number, end: number): ListItem[] {
  let at = 0;
  function slice(level: readonly ListItem[]): ListItem[] {
    const kept: ListItem[] = [];
    for (const item of level) {
      const length = inlineText(item.content).length;
      const from = start - at;
      const to = end - at;
      at += length + 1;
      const list = item.list ? { ...item.list, items: slice(item.list.items) } : undefined;
      const touched = from <= length && to >= 0;
      const content = touched ? sliceInlines(item.content, from, to) : [];
      if (list && list.items.length > 0) kept.push({ content, list });
      else if (touched) kept.push({ content });
    }
    return kept;
  }
  return slice(items);
}
