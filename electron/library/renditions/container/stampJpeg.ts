import type { PictureWords } from '../metadata/PictureWords.ts';
import { writeExif } from '../metadata/writeExif.ts';
import { writeResources } from '../metadata/writeIim.ts';
import { writeXmp } from '../metadata/writeXmp.ts';

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP13 = 0xed;

function segment(marker: number, name: string, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(2 + name.length + data.length, 2);
  return Buffer.concat([head, Buffer.from(name, 'latin1'), data]);
}

/** A JPEG fresh from the encoder with these words in EXIF, XMP and IPTC-IIM, behind its first segment (JFIF). */
export function stampJpeg(picture: Buffer, words: PictureWords): Buffer {
  const at = picture[3] === APP0 ? 4 + picture.readUInt16BE(4) : 2;
  const exif = writeExif(words);
  return Buffer.concat([
    picture.subarray(0, at),
    ...(exif ? [segment(APP1, 'Exif\0\0', exif)] : []),
    segment(APP1, 'http://ns.adobe.com/xap/1.0/\0', writeXmp(words)),
    segment(APP13, 'Photoshop 3.0\0', writeResources(words)),
    picture.subarray(at),
  ]);
}
