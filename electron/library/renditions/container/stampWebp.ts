import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { PictureWords } from '../metadata/PictureWords.ts';
import { writeExif } from '../metadata/writeExif.ts';
import { writeXmp } from '../metadata/writeXmp.ts';

/** What shows the picture, and nothing that only says something about it (RFC 9649, §2.7). */
const SHOWN = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L']);
const FLAG = { exif: 0x08, xmp: 0x04 } as const;

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/**
 * A WebP that shows what it showed and says these words, in EXIF and XMP; everything else it said, behind its end too, is
 * gone. The picture has to be in the extended format, as animations and pictures with a colour profile are; throws StetError
 * `damaged` otherwise.
 */
export function stampWebp(picture: Buffer, words: PictureWords): Buffer {
  const shown: Buffer[] = [];
  const end = Math.min(picture.length, picture.readUInt32LE(4) + 8);
  for (let at = 12; at + 8 <= end;) {
    const name = picture.toString('latin1', at, at + 4);
    const length = picture.readUInt32LE(at + 4);
    if (SHOWN.has(name)) shown.push(chunk(name, picture.subarray(at + 8, Math.min(end, at + 8 + length))));
    at += 8 + length + (length % 2);
  }
  const [head] = shown;
  if (head?.toString('latin1', 0, 4) !== 'VP8X' || head.length < 18) throw refusePicture('damaged');
  const exif = writeExif(words);
  head[8] = ((head[8] ?? 0) & ~FLAG.exif) | FLAG.xmp | (exif ? FLAG.exif : 0);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    ...shown,
    ...(exif ? [chunk('EXIF', exif)] : []),
    chunk('XMP ', writeXmp(words)),
  ]);
  return chunk('RIFF', body);
}
