import type { Asset } from '../../../shared/media/asset.ts';
import { mediumOf } from '../../../shared/media/medium.ts';
import { broughtWords } from '../../../shared/media/pictureWords.ts';
import type { FieldOrigin } from '../../../shared/story/block.ts';
import { $createPlainNodes } from '../model/inlines.ts';
import { FIGURE_FIELDS, playsOf, type FigureField, type FigureNode } from '../nodes/FigureNode.ts';
import { $createPictureNode } from '../nodes/PictureNode.tsx';
import { $findSlot } from '../nodes/slots.ts';
import { $createSlotNode } from '../nodes/SlotNode.ts';

/** An update that fills in what a picture says about itself; it is not somebody's typing. */
export const PREFILL_TAG = 'prefill';

/** Gives a figure its own parts. */
export function $layOutFigure(figure: FigureNode): FigureNode {
  return figure.append($createPictureNode(), ...FIGURE_FIELDS.map($createSlotNode));
}

/** Puts words into a field of a figure in the place of what is there, and says whose they are. */
export function $setFigureWords(figure: FigureNode, field: FigureField, words: string, origin: FieldOrigin): void {
  const slot = $findSlot(figure, field);
  if (!slot) return;
  // The same words keep their marks.
  if (slot.getTextContent() !== words) {
    slot.clear();
    slot.append(...$createPlainNodes(words));
  }
  figure.setOrigin(field, origin);
}

/**
 * Puts a stored picture or recording into a figure; its words are taken over only where there are none. What was chosen of
 * another picture's shape goes with that picture; a poster stays with another take of its video.
 */
export function $fillFigure(figure: FigureNode, asset: Asset): void {
  const before = figure.getAssetId();
  if (before !== null && before !== asset.id) figure.setFraming({});
  const medium = mediumOf(asset.type);
  if (medium !== 'picture') figure.setGallery(null);
  const { poster } = figure.getPlays();
  figure.setPlays(medium === 'picture' ? {} : playsOf({ medium, poster: medium === 'video' ? poster : undefined }));
  figure.setPicture(asset.id, asset.fileName || figure.getFileName());
  for (const [field, { text, origin }] of broughtWords(asset)) {
    if (($findSlot(figure, field)?.getTextContentSize() ?? 1) === 0) $setFigureWords(figure, field, text, origin);
  }
}
