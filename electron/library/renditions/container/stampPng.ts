import type { PictureWords } from '../metadata/PictureWords.ts';
import { writeExif } from '../metadata/writeExif.ts';
import { writeXmp } from '../metadata/writeXmp.ts';

/** The signature and IHDR, which comes first and has 13 bytes. */
const HEAD_BYTES = 8 + 12 + 13;

/** CRC-32 of a byte (PNG, 3rd edition, annex D). */
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

/** A PNG fresh from the encoder with these words in EXIF and XMP, before its pixels. */
export function stampPng(picture: Buffer, words: PictureWords): Buffer {
  const exif = writeExif(words);
  // Neither compressed nor in a language: two zeros, and two empty texts that end in NUL.
  const xmp = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1'), writeXmp(words)]);
  return Buffer.concat([
    picture.subarray(0, HEAD_BYTES),
    ...(exif ? [chunk('eXIf', exif)] : []),
    chunk('iTXt', xmp),
    picture.subarray(HEAD_BYTES),
  ]);
}
