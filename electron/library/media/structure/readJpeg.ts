import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import { ExtendedXmp } from './ExtendedXmp.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const PHOTOSHOP = Buffer.from('Photoshop 3.0\0', 'latin1');

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;
const APP13 = 0xed;
/** Image resources are cut into segments of 64 KB at most. */
const MAX_RESOURCE_PARTS = MAX_BLOCK_BYTES / 0x10000;

/** SOF0–SOF15, without the three numbers in their range that mean something else (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Markers that stand alone, without a length: TEM, RST0–7, SOI. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function body(segment: Buffer, prefix: Buffer): Buffer | null {
  return segment.subarray(0, prefix.length).equals(prefix) ? segment.subarray(prefix.length) : null;
}

/** The offset of the next marker: fill bytes, and rubbish some writers leave between segments, are stepped over. */
async function findMarker(reader: ByteReader, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const view = await reader.view(at, 2);
    for (let inner = 0; inner + 1 < view.length; inner += 1) {
      if (view[inner] === 0xff && view[inner + 1] !== 0xff && view[inner + 1] !== 0) return at + inner;
    }
    at += view.length - 1;
  }
}

/** Walks the segments of a JPEG up to its first scan (ITU-T T.81, annex B). Whether the scans are whole, only decoding tells. */
export async function readJpeg(reader: ByteReader): Promise<PictureStructure> {
  let frame: { readonly width: number; readonly height: number } | null = null;
  let exif: Buffer | null = null;
  let xmp: Buffer | null = null;
  const extended = new ExtendedXmp();
  const resources: Buffer[] = [];
  let at = 2;
  for (;;) {
    at = await findMarker(reader, at);
    const marker = (await reader.view(at, 2))[1] ?? 0;
    at += 2;
    if (standsAlone(marker)) continue;
    if (marker === END_OF_IMAGE) throw refusePicture('damaged');
    const length = (await reader.view(at, 2)).readUInt16BE(0);
    if (length < 2) throw refusePicture('damaged');
    if (marker === APP1) {
      const segment = await reader.read(at + 2, length - 2);
      exif ??= body(segment, EXIF);
      xmp ??= body(segment, XMP);
      extended.take(segment);
    } else if (marker === APP13) {
      const part = body(await reader.read(at + 2, length - 2), PHOTOSHOP);
      if (part && resources.length < MAX_RESOURCE_PARTS) resources.push(part);
    } else if (isFrame(marker) && length >= 8) {
      const header = await reader.view(at, 8);
      frame ??= { height: header.readUInt16BE(3), width: header.readUInt16BE(5) };
    }
    at += length;
    if (marker === START_OF_SCAN) break;
  }
  if (!frame || frame.width === 0 || frame.height === 0) throw refusePicture('damaged');
  await reader.view(at, 1);
  return {
    ...frame,
    animated: false,
    turnedByExif: true,
    blocks: {
      exif,
      xmp,
      moreXmp: extended.packet(xmp),
      resources: resources.length > 0 ? Buffer.concat(resources) : null,
    },
  };
}
