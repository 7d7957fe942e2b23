import type { Asset } from '../../../shared/media/asset.ts';
import { fileWords } from '../../../shared/media/pictureWords.ts';
import type { Figure } from '../../../shared/story/block.ts';

/** A figure with its picture; unless `isComplete`, what the document does not say of it the picture says itself. */
export function fillFigure(figure: Figure, asset: Asset, isComplete: boolean): Figure {
  const { caption, credit, alt } = fileWords(asset.embedded);
  const origin = { ...figure.origin };
  const filled: Figure = { ...figure, assetId: asset.id, fileName: figure.fileName || asset.fileName, origin };
  if (isComplete) return filled;
  if (filled.caption.length === 0 && caption !== '') {
    filled.caption = [{ type: 'text', text: caption.replace(/\s*\n\s*/g, ' ') }];
    origin.caption = 'embedded';
  }
  if (filled.credit === '' && credit !== '') {
    filled.credit = credit;
    origin.credit = 'embedded';
  }
  if (filled.alt === '' && alt !== '') {
    filled.alt = alt;
    origin.alt = 'embedded';
  }
  return filled;
}
