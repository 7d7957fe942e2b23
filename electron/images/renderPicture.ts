import { createRequire } from 'node:module';
import type sharpModule from 'sharp';
import type { Sharp } from 'sharp';
import type { StetError } from '../../shared/lang/result.ts';
import { MAX_PICTURE_PIXELS } from '../../shared/media/asset.ts';
import { refusePicture } from '../../shared/media/pictureRefusal.ts';

// As CommonJS: sharp's other form imports JSON, at which Node 20 prints a warning into people's terminals.
const sharp = createRequire(import.meta.url)('sharp') as typeof sharpModule;

// Every picture is decoded once, so a cache would only hold memory; one thread each keeps two cores free for typing.
sharp.cache(false);
sharp.concurrency(1);
// The decoder recognises files by itself and knows many more kinds than Stet takes: the fewer, the less there is to break.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});

/** Fast enough to wait for, and no worse to look at than what costs four times as much. */
const WEBP = { quality: 82, effort: 2 } as const;

function fit(picture: Sharp, edge: number): Sharp {
  return picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
}

/**
 * Decodes the picture at `path` (of a moving one, the first frame) and answers a WebP for each of `edges`, the longest
 * side in pixels: upright, in sRGB, without metadata, never enlarged. Throws StetError `damaged`, `truncated` or
 * `tooManyPixels`.
 */
export async function renderPicture(path: string, edges: readonly number[]): Promise<Uint8Array<ArrayBuffer>[]> {
  try {
    const options = { failOn: 'truncated', limitInputPixels: MAX_PICTURE_PIXELS } as const;
    const largest = Math.max(...edges);
    const upright = fit(sharp(path, options).autoOrient(), largest).toColourspace('srgb');
    const [only] = edges;
    if (edges.length === 1 && only !== undefined) return [Uint8Array.from(await upright.webp(WEBP).toBuffer())];
    // Decoded once, at the size of the largest; the others are made from that.
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const pictures: Uint8Array<ArrayBuffer>[] = [];
    for (const edge of edges) {
      const smaller = fit(sharp(data, { raw: { width, height, channels } }), edge);
      pictures.push(Uint8Array.from(await smaller.webp(WEBP).toBuffer()));
    }
    return pictures;
  } catch (error) {
    throw toRefusal(error);
  }
}

function toRefusal(error: unknown): StetError {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return refusePicture('tooManyPixels');
  if (/premature|truncated|end of (?:file|stream|data)|unexpected eof|short read/i.test(message))
    return refusePicture('truncated');
  return refusePicture('damaged');
}
