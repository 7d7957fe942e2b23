import { assertNever } from '../lang/assertNever.ts';
import type { Block, ListItem } from './block.ts';
import type { Inline } from './inline.ts';

/** The characters of a run of inlines; a line break is one `\n`. Pull-quote bindings count in this text. */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.type === 'text') text += inline.text;
    else if (inline.type === 'lineBreak') text += '\n';
    else text += inlineText(inline.children);
  }
  return text;
}

function itemsText(items: readonly ListItem[]): string {
  return items
    .map((item) =>
      item.list ? `${inlineText(item.content)}\n${itemsText(item.list.items)}` : inlineText(item.content),
    )
    .join('\n');
}

/** The words a reader sees in a block, furniture of figures and pull-quotes included, parts on lines of their own. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.content);
    case 'list':
      return itemsText(block.items);
    case 'pullQuote':
      return [inlineText(block.content), block.attribution].filter(Boolean).join('\n');
    case 'figure':
      return [inlineText(block.caption), block.credit].filter(Boolean).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => inlineText(cell.content)).join('\t')).join('\n');
    case 'separator':
      return '';
    default:
      return assertNever(block, 'block');
  }
}
