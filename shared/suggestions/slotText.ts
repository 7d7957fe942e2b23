import type { Slot } from '../checks/finding.ts';
import type { Block } from '../story/block.ts';
import { blockText, inlineText } from '../story/plainText.ts';

/** The text of a part of a block, in which places count; empty where it has no such part. */
export function slotText(block: Block, slot: Slot): string {
  if (block.type === 'pullQuote') return slot === 'attribution' ? block.attribution : inlineText(block.content);
  if (block.type !== 'figure') return slot === 'content' ? blockText(block) : '';
  if (slot === 'caption') return inlineText(block.caption);
  return slot === 'credit' || slot === 'alt' ? block[slot] : '';
}
