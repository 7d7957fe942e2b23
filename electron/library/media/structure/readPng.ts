import { inflateSync } from 'node:zlib';
import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import { decodeText, guessCharset } from '../embedded/decodeText.ts';
import type { ByteReader } from './ByteReader.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

const XMP_KEYWORD = 'XML:com.adobe.xmp';
const EXIF_PREFIX = Buffer.from('Exif\0\0', 'latin1');
const PROFILES: Readonly<Record<string, 'iptc' | 'xmp' | 'exif'>> = {
  'Raw profile type iptc': 'iptc',
  'Raw profile type xmp': 'xmp',
  'Raw profile type exif': 'exif',
  'Raw profile type APP1': 'exif',
};
/** Keywords of the standard that say something about the picture and not about the program that wrote it. */
const TEXT_KEYWORDS = new Set(['Title', 'Author', 'Description', 'Copyright', 'Source']);

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

/** A text chunk: its keyword and its bytes, inflated; null for one that is broken (PNG, 3rd edition, §11.3.3). */
function textOf(name: string, data: Buffer): { readonly keyword: string; readonly text: Buffer } | null {
  const keyed = cutTexts(data, 1);
  if (!keyed) return null;
  const { texts, rest } = keyed;
  const keyword = texts[0] ?? '';
  if (name === 'tEXt') return { keyword, text: rest };
  if (name === 'zTXt') {
    const text = inflate(rest.subarray(1));
    return text && { keyword, text };
  }
  const body = cutTexts(rest.subarray(2), 2)?.rest ?? null;
  const text = body && rest[0] === 1 ? inflate(body) : body;
  return text && { keyword, text };
}

/**
 * A block as ImageMagick and ExifTool put it into a PNG: under a keyword such as `Raw profile type iptc` a name, a length
 * and hex digits, each on lines of their own.
 */
function profileOf(text: Buffer): Buffer {
  const [, , ...digits] = text.toString('latin1').trim().split('\n');
  return Buffer.from(digits.join(''), 'hex');
}

/** What the text chunks of a PNG hold. */
class PngText {
  readonly texts = new Map<string, string>();
  exif: Buffer | null = null;
  xmp: Buffer | null = null;
  resources: Buffer | null = null;

  take(name: string, data: Buffer): void {
    const chunk = textOf(name, data);
    if (!chunk) return;
    const { keyword, text } = chunk;
    const profile = PROFILES[keyword];
    if (keyword === XMP_KEYWORD) this.xmp ??= text;
    else if (profile) this.#takeProfile(profile, profileOf(text));
    else if (TEXT_KEYWORDS.has(keyword) && !this.texts.has(keyword)) {
      // The standard says Latin-1 for two of the three; writers have long put UTF-8 there.
      const charset = name === 'iTXt' ? 'utf-8' : guessCharset(text);
      this.texts.set(keyword, decodeText(text, charset));
    }
  }

  #takeProfile(kind: 'iptc' | 'xmp' | 'exif', block: Buffer): void {
    if (kind === 'iptc') this.resources ??= block;
    else if (kind === 'xmp') this.xmp ??= block;
    else if (block.subarray(0, EXIF_PREFIX.length).equals(EXIF_PREFIX))
      this.exif ??= block.subarray(EXIF_PREFIX.length);
    // The same name holds whatever a JPEG's APP1 held.
    else if (block.includes('<x:xmpmeta')) this.xmp ??= block;
    else this.exif ??= block;
  }
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
  const text = new PngText();
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
      else if (name === 'iTXt' || name === 'tEXt' || name === 'zTXt') text.take(name, await reader.read(data, length));
    }
    at = data + length + 4;
  }
  if (!hasPixels || width === 0 || height === 0) throw refusePicture('damaged');
  const { xmp, resources, texts } = text;
  return { width, height, animated, turnedByExif: true, blocks: { exif: exif ?? text.exif, xmp, resources, texts } };
}
