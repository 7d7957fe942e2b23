import type { Block } from '../story/block.ts';
import { withGalleries, type Gallery } from '../story/galleries.ts';
import { blockText } from '../story/plainText.ts';
import { isBlank } from './cleanText.ts';

/** Whether a block has nothing a reader could see, such as the empty paragraph under the caret: exports leave it out. */
export function isEmptyBlock(block: Block): boolean {
  if (block.type === 'separator') return false;
  if (block.type === 'figure' && block.assetId !== null) return false;
  const alone = block.type === 'figure' ? `${block.alt}${block.fileName}` : '';
  return isBlank(blockText(block) + alone);
}

/** What of a body goes out: its galleries taken together, and without the blocks a reader could see nothing of. */
export function filledParts(blocks: readonly Block[]): (Block | Gallery)[] {
  return withGalleries(blocks).flatMap((part): readonly (Block | Gallery)[] => {
    if (part.type !== 'gallery') return isEmptyBlock(part) ? [] : [part];
    const figures = part.figures.filter((figure) => !isEmptyBlock(figure));
    return figures.length > 1 ? [{ ...part, figures }] : figures;
  });
}
