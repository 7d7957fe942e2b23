import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

const ANIMATION_FLAG = 0x02;
const EXIF_PREFIX = Buffer.from('Exif\0\0', 'latin1');

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The key frame's header of VP8 (RFC 6386 §9.1). */
function lossySize(data: Buffer): Size | null {
  if (data.readUIntBE(3, 3) !== 0x9d012a) return null;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** The header of VP8L (RFC 9649 §3.4): a signature byte, then twice 14 bits, each one less than the side. */
function losslessSize(data: Buffer): Size | null {
  if (data[0] !== 0x2f) return null;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Walks the chunks of a WebP file (RFC 9649). */
export async function readWebp(reader: ByteReader): Promise<PictureStructure> {
  const end = (await reader.view(4, 4)).readUInt32LE(0) + 8;
  if (end > reader.size + 1) throw refusePicture('truncated');
  let canvas: Size | null = null;
  let frame: Size | null = null;
  let animated = false;
  let hasPixels = false;
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  let at = 12;
  while (at + 8 <= Math.min(end, reader.size)) {
    const head = await reader.view(at, 8);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const data = at + 8;
    if (data + length > reader.size) throw refusePicture('truncated');
    if (name === 'VP8X' && length >= 10) {
      const body = await reader.view(data, 10);
      animated = ((body[0] ?? 0) & ANIMATION_FLAG) !== 0;
      canvas ??= { width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 };
    } else if (name === 'VP8 ' && length >= 10) {
      frame ??= lossySize(await reader.view(data, 10));
      hasPixels = true;
    } else if (name === 'VP8L' && length >= 5) {
      frame ??= losslessSize(await reader.view(data, 5));
      hasPixels = true;
    } else if (name === 'ANMF') hasPixels = true;
    else if (name === 'EXIF' && length <= MAX_BLOCK_BYTES) {
      const block = await reader.read(data, length);
      // Against the format, some writers keep the prefix that JPEG puts before it.
      exif ??= block.subarray(0, 6).equals(EXIF_PREFIX) ? block.subarray(6) : block;
    } else if (name === 'XMP ' && length <= MAX_BLOCK_BYTES) xmp ??= await reader.read(data, length);
    at = data + length + (length % 2);
  }
  const size = canvas ?? frame;
  if (!size || !hasPixels || size.width === 0 || size.height === 0) throw refusePicture('damaged');
  return { ...size, animated, turnedByExif: true, blocks: { exif, xmp, resources: null } };
}
