import type { Asset } from '../../../shared/media/asset.ts';
import { fileWords } from '../../../shared/media/pictureWords.ts';
import { $createPlainNodes } from '../model/inlines.ts';
import { FIGURE_FIELDS, type FigureNode } from '../nodes/FigureNode.ts';
import { $createPictureNode } from '../nodes/PictureNode.tsx';
import { $findSlot } from '../nodes/slots.ts';
import { $createSlotNode } from '../nodes/SlotNode.ts';

/** An update that fills in what a picture says about itself; it is not somebody's typing. */
export const PREFILL_TAG = 'prefill';

/** Gives a figure its own parts. */
export function $layOutFigure(figure: FigureNode): FigureNode {
  return figure.append($createPictureNode(), ...FIGURE_FIELDS.map($createSlotNode));
}

/** Puts a stored picture into a figure; its words are taken over only where nobody has written any. */
export function $fillFigure(figure: FigureNode, asset: Asset): void {
  const before = figure.getAssetId();
  // A crop is about one picture.
  if (before !== null && before !== asset.id) figure.setFraming({});
  figure.setPicture(asset.id, asset.fileName || figure.getFileName());
  const embedded = fileWords(asset.embedded);
  for (const field of FIGURE_FIELDS) {
    const slot = $findSlot(figure, field);
    if (!slot || embedded[field] === '' || slot.getTextContentSize() > 0) continue;
    slot.append(...$createPlainNodes(embedded[field]));
    figure.setOrigin(field, 'embedded');
  }
}
