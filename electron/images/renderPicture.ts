import { fit, OPENING, sharp, toRefusal } from './decoder.ts';

/** Fast enough to wait for, and no worse to look at than what costs four times as much. */
const WEBP = { quality: 82, effort: 2 } as const;

/**
 * Decodes the picture at `path` (of a moving one, the first frame) and answers a WebP for each of `edges`, the longest
 * side in pixels: upright, in sRGB, without metadata, never enlarged. Throws StetError `damaged`, `truncated` or
 * `tooManyPixels`.
 */
export async function renderPicture(path: string, edges: readonly number[]): Promise<Uint8Array<ArrayBuffer>[]> {
  try {
    const largest = Math.max(...edges);
    const upright = fit(sharp(path, OPENING).autoOrient(), largest).toColourspace('srgb');
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
