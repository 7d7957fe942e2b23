import type { Asset } from '../../../shared/media/asset.ts';
import { broughtWords } from '../../../shared/media/pictureWords.ts';
import type { Figure } from '../../../shared/story/block.ts';

/** A figure with its picture; unless `isComplete`, what the document does not say of it the picture says itself. */
export function fillFigure(figure: Figure, asset: Asset, isComplete: boolean): Figure {
  const origin = { ...figure.origin };
  const filled: Figure = { ...figure, assetId: asset.id, fileName: figure.fileName || asset.fileName, origin };
  if (isComplete) return filled;
  for (const [field, { text, origin: from }] of broughtWords(asset)) {
    if (filled[field].length > 0) continue;
    origin[field] = from;
    if (field === 'caption') filled.caption = [{ type: 'text', text: text.replace(/\s*\n\s*/g, ' ') }];
    else filled[field] = text;
  }
  return filled;
}
