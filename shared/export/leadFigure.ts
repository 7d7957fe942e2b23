import type { BlockId } from '../story/ids.ts';
import type { Story } from '../story/story.ts';
import { filledParts } from './isEmptyBlock.ts';

/** The id of the picture a story begins with: one that stands by itself before the first words. */
export function leadFigure(story: Pick<Story, 'blocks'>): BlockId | null {
  const [first] = filledParts(story.blocks);
  return first?.type === 'figure' && (first.medium ?? 'picture') === 'picture' && first.assetId !== null
    ? first.id
    : null;
}
