import type { Crop, Focus, Framing, Turn } from '../story/block.ts';

/** The sides of a picture in pixels, or in any one unit. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** The edges and corners a crop is resized by, as on a compass with north at the top. */
export const CROP_HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type CropHandle = (typeof CROP_HANDLES)[number];

/** All of a picture. */
export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** No side of a crop is shorter than this fraction of the picture's. */
const LEAST = 0.02;
/** Fractions are kept in ten thousandths: finer than a pixel of any picture on a page, and the same on every machine. */
const FINENESS = 10_000;

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

function round(fraction: number): number {
  return Math.round(fraction * FINENESS) / FINENESS;
}

/** The sides of a picture once it is turned. */
export function turnedSides({ width, height }: Sides, turn: Turn | undefined): Sides {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** The sides of the part that is shown, in whole units and at least one each. */
export function shownSides(sides: Sides, { crop = WHOLE, turn }: Framing): Sides {
  const { width, height } = turnedSides(sides, turn);
  return {
    width: Math.max(1, Math.round(width * crop.width)),
    height: Math.max(1, Math.round(height * crop.height)),
  };
}

/** The crop pushed into the picture, with sides one can still see. */
export function clampCrop(crop: Crop): Crop {
  const width = within(crop.width, LEAST, 1);
  const height = within(crop.height, LEAST, 1);
  return { x: within(crop.x, 0, 1 - width), y: within(crop.y, 0, 1 - height), width, height };
}

/** The crop moved by fractions of the picture, as far as the picture goes. */
export function moveCrop(crop: Crop, dx: number, dy: number): Crop {
  return clampCrop({ ...crop, x: crop.x + dx, y: crop.y + dy });
}

/** The shape of a crop as a fraction of a fraction: `aspect` is width by height in pixels of a picture with these sides. */
function shapeOf(aspect: number, { width, height }: Sides): number {
  return (aspect * height) / width;
}

/** The largest crop of a shape (`aspect`: width by height in pixels) around a point of a turned picture with these sides. */
export function cropOfAspect(aspect: number, sides: Sides, around: Focus): Crop {
  const shape = shapeOf(aspect, sides);
  const width = Math.min(1, shape);
  const height = width / shape;
  return clampCrop({ x: around.x - width / 2, y: around.y - height / 2, width, height });
}

/** How far from `start` an edge that is drawn away may go, in a picture of one unit. */
function room(start: number, size: number, way: -1 | 0 | 1): number {
  if (way === 1) return 1 - start;
  if (way === -1) return start + size;
  const middle = start + size / 2;
  return 2 * Math.min(middle, 1 - middle);
}

function place(start: number, size: number, next: number, way: -1 | 0 | 1): number {
  if (way === 1) return start;
  return way === -1 ? start + size - next : start + (size - next) / 2;
}

/**
 * The crop with one handle drawn by fractions of the picture; what is opposite of it stays. With an `aspect` (width by
 * height in pixels of the turned picture with these `sides`) the shape stays, too.
 */
export function resizeCrop(
  crop: Crop,
  handle: CropHandle,
  by: { readonly dx: number; readonly dy: number },
  { aspect, sides }: { readonly aspect: number | null; readonly sides: Sides },
): Crop {
  const across = handle.includes('e') ? 1 : handle.includes('w') ? -1 : 0;
  const down = handle.includes('s') ? 1 : handle.includes('n') ? -1 : 0;
  const mostWide = room(crop.x, crop.width, across);
  const mostHigh = room(crop.y, crop.height, down);
  let width = crop.width + across * by.dx;
  let height = crop.height + down * by.dy;
  if (aspect === null) {
    width = within(width, LEAST, mostWide);
    height = within(height, LEAST, mostHigh);
  } else {
    const shape = shapeOf(aspect, sides);
    if (across === 0) width = height * shape;
    else if (down !== 0) width = Math.max(width, height * shape);
    width = within(width, Math.max(LEAST, LEAST * shape), Math.min(mostWide, mostHigh * shape));
    height = width / shape;
  }
  return clampCrop({
    x: place(crop.x, crop.width, width, across),
    y: place(crop.y, crop.height, height, down),
    width,
    height,
  });
}

/** The framing of the picture turned by another quarter: the same part stays shown, and the same point in sight. */
export function turnFraming({ crop, turn = 0 as Turn, focus }: Framing, way: 'left' | 'right'): Framing {
  const isRight = way === 'right';
  const turned = ((turn + (isRight ? 90 : 270)) % 360) as Turn | 0;
  return {
    ...(crop && {
      crop: {
        x: isRight ? 1 - crop.y - crop.height : crop.y,
        y: isRight ? crop.x : 1 - crop.x - crop.width,
        width: crop.height,
        height: crop.width,
      },
    }),
    ...(turned !== 0 && { turn: turned }),
    ...(focus && { focus: isRight ? { x: 1 - focus.y, y: focus.x } : { x: focus.y, y: 1 - focus.x } }),
  };
}

/** The framing as it is stored: in round fractions, and without what changes nothing. */
export function tidyFraming({ crop, turn, focus }: Framing): Framing {
  const { x, y, width, height } = clampCrop(crop ?? WHOLE);
  const [left, top] = [round(x), round(y)];
  // Together no more than the whole, also once rounded.
  const tidy = { x: left, y: top, width: round(Math.min(width, 1 - left)), height: round(Math.min(height, 1 - top)) };
  const isWhole = tidy.width === 1 && tidy.height === 1;
  return {
    ...(!isWhole && { crop: tidy }),
    ...(turn !== undefined && { turn }),
    ...(focus && { focus: { x: round(within(focus.x, 0, 1)), y: round(within(focus.y, 0, 1)) } }),
  };
}
