import {
  cropOfAspect,
  moveCrop,
  resizeCrop,
  turnedSides,
  turnFraming,
  WHOLE,
  type CropHandle,
  type Sides,
} from '../../../../shared/media/cropGeometry.ts';
import type { Crop, Focus, Framing, Turn } from '../../../../shared/story/block.ts';

/** The shapes a crop can be held to; width by height in pixels, null where it may be any. */
export const CROP_SHAPES = [
  { id: 'free', label: 'Free', aspect: null },
  { id: 'original', label: 'Original', aspect: null },
  { id: '3:2', label: '3:2', aspect: 3 / 2 },
  { id: '16:9', label: '16:9', aspect: 16 / 9 },
  { id: '4:3', label: '4:3', aspect: 4 / 3 },
  { id: '1:1', label: '1:1', aspect: 1 },
  { id: '4:5', label: '4:5', aspect: 4 / 5 },
] as const;
export type CropShape = (typeof CROP_SHAPES)[number]['id'];

/** A framing while somebody works on it. */
export interface CropDraft {
  readonly crop: Crop;
  readonly turn: Turn | undefined;
  readonly focus: Focus | undefined;
  readonly shape: CropShape;
}

export type CropChange =
  | { readonly kind: 'shape'; readonly shape: CropShape }
  | { readonly kind: 'turn'; readonly way: 'left' | 'right' }
  /** Drawn by a handle, or moved as a whole, from where it was when the drawing began; in fractions of the picture. */
  | {
      readonly kind: 'draw';
      readonly from: Crop;
      readonly handle: CropHandle | 'all';
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly kind: 'set'; readonly side: keyof Crop; readonly to: number }
  | { readonly kind: 'focus'; readonly focus: Focus | undefined }
  | { readonly kind: 'reset' };

/** The draft to begin with. */
export function draftOf({ crop = WHOLE, turn, focus }: Framing): CropDraft {
  return { crop, turn, focus, shape: 'free' };
}

/** Width by height that the crop is held to, in pixels of the turned picture; null for any. */
function aspectOf(shape: CropShape, { width, height }: Sides): number | null {
  if (shape === 'original') return width / height;
  return CROP_SHAPES.find(({ id }) => id === shape)?.aspect ?? null;
}

function middleOf({ x, y, width, height }: Crop): Focus {
  return { x: x + width / 2, y: y + height / 2 };
}

/** What a change makes of a draft; `whole` are the sides of the picture before it is turned. */
export function changeCrop(draft: CropDraft, change: CropChange, whole: Sides): CropDraft {
  const sides = turnedSides(whole, draft.turn);
  const hold = { aspect: aspectOf(draft.shape, sides), sides };
  switch (change.kind) {
    case 'shape': {
      const aspect = aspectOf(change.shape, sides);
      const crop = aspect === null ? draft.crop : cropOfAspect(aspect, sides, draft.focus ?? middleOf(draft.crop));
      return { ...draft, crop, shape: change.shape };
    }
    case 'turn': {
      const { crop = WHOLE, turn, focus } = turnFraming(draft, change.way);
      const isStillItself = draft.shape === 'original' || draft.shape === '1:1';
      return { crop, turn, focus, shape: isStillItself ? draft.shape : 'free' };
    }
    case 'draw': {
      const { from, handle, dx, dy } = change;
      const crop = handle === 'all' ? moveCrop(from, dx, dy) : resizeCrop(from, handle, { dx, dy }, hold);
      return { ...draft, crop };
    }
    case 'set': {
      const by = change.to - draft.crop[change.side];
      const { crop } = draft;
      if (change.side === 'x') return { ...draft, crop: moveCrop(crop, by, 0) };
      if (change.side === 'y') return { ...draft, crop: moveCrop(crop, 0, by) };
      const isWidth = change.side === 'width';
      return {
        ...draft,
        crop: resizeCrop(crop, isWidth ? 'e' : 's', isWidth ? { dx: by, dy: 0 } : { dx: 0, dy: by }, hold),
      };
    }
    case 'focus':
      return { ...draft, focus: change.focus };
    case 'reset':
      return { crop: WHOLE, turn: undefined, focus: undefined, shape: 'free' };
  }
}
