import { createRequire } from 'node:module';
import type sharpModule from 'sharp';
import type { Sharp } from 'sharp';
import type { StetError } from '../../shared/lang/result.ts';
import { MAX_PICTURE_PIXELS } from '../../shared/media/mediaLimits.ts';
import { refusePicture } from '../../shared/media/pictureRefusal.ts';

// As CommonJS: sharp's other form imports JSON, at which Node 20 prints a warning into people's terminals.
export const sharp = createRequire(import.meta.url)('sharp') as typeof sharpModule;

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

/** How a stored picture is opened: whole or not at all, and not larger than Stet takes any. */
export const OPENING = { failOn: 'truncated', limitInputPixels: MAX_PICTURE_PIXELS } as const;

/** The picture no longer than `edge` on its longest side (px), never enlarged. */
export function fit(picture: Sharp, edge: number): Sharp {
  return picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true });
}

/** The refusal that the decoder's error means: `damaged`, `truncated` or `tooManyPixels`. */
export function toRefusal(error: unknown): StetError {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return refusePicture('tooManyPixels');
  if (/premature|truncated|end of (?:file|stream|data)|unexpected eof|short read/i.test(message))
    return refusePicture('truncated');
  return refusePicture('damaged');
}
