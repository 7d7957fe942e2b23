import { inflateSync } from 'node:zlib';
import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
const IPTC_PROFILE = 'Raw profile type iptc';

function inflate(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: MAX_BLOCK_BYTES });
  } catch {
    // Broken, or made to burst: a picture without that block.
    return null;
  }
}

/** Cuts `count` texts that end in NUL off the front; null if there are not so many. */
function cutTexts(data: Buffer, count: number): { readonly texts: string[]; readonly rest: Buffer } | null {
  const texts: string[] = [];
  let rest = data;
  for (let index = 0; index < count; index += 1) {
    const end = rest.indexOf(0);
    if (end < 0) return null;
    texts.push(rest.toString('latin1', 0, end));
    rest = rest.subarray(end + 1);
  }
  return { texts, rest };
}

/** The XMP packet of an `iTXt` chunk (PNG, 3rd edition, §11.3.3.4), or null for another text. */
function xmpOf(data: Buffer): Buffer | null {
  const keyed = cutTexts(data, 1);
  if (keyed?.texts[0] !== XMP_KEYWORD) return null;
  const isCompressed = keyed.rest[0] === 1;
  const text = cutTexts(keyed.rest.subarray(2), 2)?.rest ?? null;
  return text && isCompressed ? inflate(text) : text;
}

/**
 * Image resources as ImageMagick and ExifTool put them into a PNG: under the keyword `Raw profile type iptc` a name, a
 * length and hex digits, each on lines of their own.
 */
function resourcesOf(name: string, data: Buffer): Buffer | null {
  const keyed = cutTexts(data, 1);
  if (keyed?.texts[0] !== IPTC_PROFILE) return null;
  const profile = name === 'zTXt' ? inflate(keyed.rest.subarray(1)) : keyed.rest;
  const [, , ...digits] = profile?.toString('latin1').trim().split('\n') ?? [];
  return Buffer.from(digits.join(''), 'hex');
}

/** Walks the chunks of a PNG to its end. */
export async function readPng(reader: ByteReader): Promise<PictureStructure> {
  const header = await reader.read(8, 25);
  if (header.toString('latin1', 4, 8) !== 'IHDR') throw refusePicture('damaged');
  const width = header.readUInt32BE(8);
  const height = header.readUInt32BE(12);
  let animated = false;
  let hasPixels = false;
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  let resources: Buffer | null = null;
  let at = 8;
  for (;;) {
    const head = await reader.view(at, 8);
    const length = head.readUInt32BE(0);
    const name = head.toString('latin1', 4, 8);
    const data = at + 8;
    if (data + length + 4 > reader.size) throw refusePicture('truncated');
    if (name === 'IEND') break;
    if (name === 'IDAT') hasPixels = true;
    else if (name === 'acTL') animated = true;
    else if (length <= MAX_BLOCK_BYTES) {
      if (name === 'eXIf') exif ??= await reader.read(data, length);
      else if (name === 'iTXt') xmp ??= xmpOf(await reader.read(data, length));
      else if (name === 'tEXt' || name === 'zTXt') resources ??= resourcesOf(name, await reader.read(data, length));
    }
    at = data + length + 4;
  }
  if (!hasPixels || width === 0 || height === 0) throw refusePicture('damaged');
  return { width, height, animated, turnedByExif: true, blocks: { exif, xmp, resources } };
}
