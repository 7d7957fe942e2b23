import { htmlBlock } from '../../../shared/export/html/htmlBlock.ts';
import { htmlInlines } from '../../../shared/export/html/htmlInlines.ts';
import type { Block, ListItem } from '../../../shared/story/block.ts';
import { withGalleries } from '../../../shared/story/galleries.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import type { CopiedBlocks } from './copiedBlocks.ts';

/** Tells our own reader that nothing in the markup has to be guessed. */
const OURS = '<meta name="generator" content="Stet">';

/** Copied blocks as HTML for other programs: the same elements as an exported page. */
export function clipboardHtml({ blocks, isInline }: CopiedBlocks): string {
  const [first] = blocks;
  if (isInline && first?.type === 'paragraph') return `${OURS}<span>${htmlInlines(first.content)}</span>`;
  const place = { around: 'ltr', pictures: new Map(), dateline: '' } as const;
  return `${OURS}${withGalleries(blocks)
    .map((block) => htmlBlock(block, place))
    .join('\n')}`;
}

/** Copied blocks as plain text: an empty line between blocks, a mark before each item of a list. */
export function clipboardText({ blocks }: CopiedBlocks): string {
  return blocks.map(plainBlock).filter(Boolean).join('\n\n');
}

function plainBlock(block: Block): string {
  if (block.type === 'separator') return '* * *';
  return block.type === 'list'
    ? plainItems(block.kind, block.items, block.start ?? 1, '').join('\n')
    : blockText(block);
}

function plainItems(
  kind: 'bulleted' | 'numbered',
  items: readonly ListItem[],
  start: number,
  indent: string,
): string[] {
  return items.flatMap(({ content, list }, index) => {
    const mark = kind === 'numbered' ? `${start + index}. ` : '• ';
    const inner = list ? plainItems(list.kind, list.items, 1, `${indent}  `) : [];
    return [`${indent}${mark}${inlineText(content)}`, ...inner];
  });
}
