import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';
import { isBlank } from './cleanText.ts';

/** Whether a block has nothing a reader could see, such as the empty paragraph under the caret: exports leave it out. */
export function isEmptyBlock(block: Block): boolean {
  if (block.type === 'separator') return false;
  if (block.type === 'figure' && block.assetId !== null) return false;
  const alone = block.type === 'figure' ? `${block.alt}${block.fileName}` : '';
  return isBlank(blockText(block) + alone);
}
