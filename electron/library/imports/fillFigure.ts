import type { Asset } from '../../../shared/media/asset.ts';
import { mediumOf } from '../../../shared/media/medium.ts';
import { broughtWords } from '../../../shared/media/pictureWords.ts';
import type { Figure } from '../../../shared/story/block.ts';

/** A figure with its picture or recording; unless `isComplete`, what the document does not say of it the picture says itself. */
export function fillFigure(figure: Figure, asset: Asset, isComplete: boolean): Figure {
  const origin = { ...figure.origin };
  const { medium: _announced, ...rest } = figure;
  const medium = mediumOf(asset.type);
  const filled: Figure = {
    ...{ ...rest, ...(medium !== 'picture' && { medium }) },
    ...{ assetId: asset.id, fileName: figure.fileName || asset.fileName, origin },
  };
  if (isComplete) return filled;
  for (const [field, { text, origin: from }] of broughtWords(asset)) {
    if (filled[field].length > 0) continue;
    origin[field] = from;
    if (field === 'caption') filled.caption = [{ type: 'text', text: text.replace(/\s*\n\s*/g, ' ') }];
    else filled[field] = text;
  }
  return filled;
}
