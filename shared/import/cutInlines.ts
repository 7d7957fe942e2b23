import type { Inline, Link } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';

/** The words between two UTF-16 offsets of `inlineText(content)`, marks and links kept. */
export function cutInlines(content: readonly Inline[], start: number, end = Infinity): Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of content) {
    const from = start - at;
    const to = end - at;
    const length = inlineText([inline]).length;
    at += length;
    if (to <= 0 || from >= length) continue;
    if (inline.type === 'lineBreak') kept.push(inline);
    else if (inline.type === 'text')
      kept.push({ ...inline, text: inline.text.slice(Math.max(0, from), Math.max(0, to)) });
    else kept.push({ ...inline, children: cutInlines(inline.children, from, to) as Link['children'] });
  }
  return kept;
}
