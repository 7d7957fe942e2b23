import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import { ItemTable, type ItemPlace } from './ItemTable.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

/** More than any picture's directory needs; it is held in memory whole. */
const MAX_META_BYTES = 4 * MAX_BLOCK_BYTES;

interface Box {
  readonly type: string;
  /** Where its contents begin and end. */
  readonly start: number;
  readonly end: number;
}

async function readBox(reader: ByteReader, at: number): Promise<Box> {
  const head = await reader.view(at, 8);
  const type = head.toString('latin1', 4, 8);
  const size = head.readUInt32BE(0);
  if (size === 0) return { type, start: at + 8, end: reader.size };
  if (size !== 1) return { type, start: at + 8, end: at + size };
  const large = Number((await reader.view(at, 16)).readBigUInt64BE(8));
  return { type, start: at + 16, end: at + large };
}

async function readItem(reader: ByteReader, place: ItemPlace | undefined): Promise<Buffer | null> {
  const length = place?.extents.reduce((sum, extent) => sum + extent.length, 0) ?? 0;
  if (!place || length === 0 || length > MAX_BLOCK_BYTES) return null;
  const parts: Buffer[] = [];
  for (const extent of place.extents) parts.push(await reader.read(extent.offset, extent.length));
  return Buffer.concat(parts);
}

/** The TIFF structure of an `Exif` item, which begins with how far off that is (ISO/IEC 23008-12, annex A). */
function tiffOf(item: Buffer | null): Buffer | null {
  return item && item.length > 4 ? item.subarray(4 + item.readUInt32BE(0)) : null;
}

/**
 * Reads the directory of an AVIF file: ISO/IEC 23008-12 in boxes of ISO/IEC 14496-12. Its pictures are turned by
 * properties of their own (`irot`), whatever EXIF says.
 */
export async function readAvif(reader: ByteReader): Promise<PictureStructure> {
  let items: ItemTable | null = null;
  let animated = false;
  for (let at = 0; at < reader.size;) {
    const box = await readBox(reader, at);
    if (box.end <= at || box.end < box.start) throw refusePicture('damaged');
    if (box.end > reader.size) throw refusePicture('truncated');
    // An image sequence: a track beside the still picture.
    if (box.type === 'moov') animated = true;
    if (box.type === 'meta' && !items) {
      if (box.end - box.start > MAX_META_BYTES) throw refusePicture('damaged');
      items = new ItemTable(await reader.read(box.start, box.end - box.start), box.start);
    }
    at = box.end;
  }
  const size = items?.primarySize();
  const pixels = items?.primaryPlace();
  if (!items || !size || !pixels) throw refusePicture('damaged');
  if (pixels.extents.some(({ offset, length }) => offset + length > reader.size)) throw refusePicture('truncated');
  const exif = tiffOf(await readItem(reader, items.find('Exif', '')));
  const xmp = await readItem(reader, items.find('mime', 'application/rdf+xml'));
  return { ...size, animated, turnedByExif: false, blocks: { exif, xmp, resources: null } };
}
