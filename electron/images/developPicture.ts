import type { Sharp } from 'sharp';
import type { DevelopOrder } from '../../shared/ipc/portMessages.ts';
import type { PictureCut, RenditionFormat } from '../../shared/media/rendition.ts';
import { fit, OPENING, sharp, toRefusal } from './decoder.ts';

/** What is published is looked at longer than it took to make. */
const JPEG = { quality: 84, progressive: true } as const;
const WEBP = { quality: 82, effort: 4 } as const;
const PNG = { compressionLevel: 9 } as const;

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Pixels in sRGB, eight bits a channel. */
interface Developed extends Sides {
  readonly data: Buffer;
  readonly channels: 1 | 2 | 3 | 4;
  readonly isSeeThrough: boolean;
  /** Whether it was drawn rather than photographed, by the kind of its file: thin coloured lines then stay sharp. */
  readonly isDrawn: boolean;
}

/**
 * Decodes the picture at `path` (of a moving one, the first frame), turns and crops it as ordered, and answers it in every
 * ordered size and format: upright, in sRGB with a small profile that says so, with no other metadata, never enlarged. A
 * picture that is see-through becomes PNG where JPEG was ordered. Throws StetError `damaged`, `truncated` or `tooManyPixels`.
 */
export async function developPicture(path: string, order: DevelopOrder): Promise<Uint8Array<ArrayBuffer>[]> {
  try {
    const developed = await develop(path, order);
    const pictures: Uint8Array<ArrayBuffer>[] = [];
    for (const { edge, format } of order.copies)
      pictures.push(Uint8Array.from(await copy(developed, edge, format).toBuffer()));
    return pictures;
  } catch (error) {
    throw toRefusal(error);
  }
}

async function develop(path: string, { copies, cut }: DevelopOrder): Promise<Developed> {
  const { autoOrient, format } = await sharp(path, OPENING).metadata();
  let picture = sharp(path, OPENING).autoOrient();
  if (cut.turn !== undefined) picture = picture.rotate(cut.turn);
  if (cut.crop) picture = picture.extract(regionOf(cut.crop, turned(autoOrient, cut.turn)));
  const largest = Math.max(...copies.map(({ edge }) => edge));
  const { data, info } = await fit(picture, largest).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const isSeeThrough = channels === 4 && hasHoles(data);
  return { data, width, height, channels, isSeeThrough, isDrawn: format === 'png' || format === 'gif' };
}

function copy(
  { data, width, height, channels, isSeeThrough, isDrawn }: Developed,
  edge: number,
  format: RenditionFormat,
): Sharp {
  const whole = fit(sharp(data, { raw: { width, height, channels } }), edge);
  const picture = (isSeeThrough ? whole : whole.removeAlpha()).withIccProfile('srgb');
  if (format === 'webp') return picture.webp(WEBP);
  return isSeeThrough ? picture.png(PNG) : picture.jpeg({ ...JPEG, chromaSubsampling: isDrawn ? '4:4:4' : '4:2:0' });
}

function turned({ width, height }: Sides, turn: PictureCut['turn']): Sides {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** Whole pixels of a crop in fractions; at least one, and none outside. */
function regionOf(crop: NonNullable<PictureCut['crop']>, { width, height }: Sides) {
  const left = Math.min(width - 1, Math.round(crop.x * width));
  const top = Math.min(height - 1, Math.round(crop.y * height));
  return {
    left,
    top,
    width: Math.min(width - left, Math.max(1, Math.round(crop.width * width))),
    height: Math.min(height - top, Math.max(1, Math.round(crop.height * height))),
  };
}

function hasHoles(pixels: Buffer): boolean {
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 255) return true;
  return false;
}
