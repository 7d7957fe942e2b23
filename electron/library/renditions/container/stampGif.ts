import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { PictureWords } from '../metadata/PictureWords.ts';
import { writeXmp } from '../metadata/writeXmp.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** The applications that say how often a picture moves. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
const XMP_APPLICATION = 'XMP DataXMP';

/** A packet is not cut into sub-blocks; behind it come bytes on which any reader lands at the end (XMP part 3, §1.1.2). */
const LANDING = Buffer.from([1, ...Array.from({ length: 256 }, (_, at) => 255 - at), 0]);

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** The offset behind a chain of sub-blocks. Throws RangeError where it breaks off. */
function skipSubBlocks(picture: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const length = picture.readUInt8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** Whether an extension shows something: how a frame is shown, or how often all are. */
function isShown(picture: Buffer, at: number): boolean {
  const label = picture[at + 1];
  return label === GRAPHIC_CONTROL || (label === APPLICATION && LOOPS.has(picture.toString('latin1', at + 3, at + 14)));
}

/** The parts of a GIF that show it, from behind its colour table to its last frame. */
function shownParts(picture: Buffer, from: number): Buffer[] {
  const shown: Buffer[] = [];
  let at = from;
  while (at < picture.length && picture[at] !== TRAILER) {
    const start = at;
    if (picture[at] === IMAGE) {
      at = skipSubBlocks(picture, at + 10 + tableLength(picture.readUInt8(at + 9)) + 1);
      shown.push(picture.subarray(start, at));
    } else if (picture[at] === EXTENSION) {
      at = skipSubBlocks(picture, at + 2);
      if (isShown(picture, start)) shown.push(picture.subarray(start, at));
    }
    // Rubbish behind the last frame.
    else break;
  }
  return shown;
}

/**
 * A GIF that shows what it showed and says these words, in XMP; comments and everything else it said are gone. Throws StetError
 * `damaged` when it breaks off.
 */
export function stampGif(picture: Buffer, words: PictureWords): Buffer {
  try {
    const from = 13 + tableLength(picture.readUInt8(10));
    const xmp = Buffer.from([EXTENSION, APPLICATION, XMP_APPLICATION.length]);
    return Buffer.concat([
      // Only this version has extensions.
      Buffer.from('GIF89a', 'latin1'),
      picture.subarray(6, from),
      ...shownParts(picture, from),
      ...[xmp, Buffer.from(XMP_APPLICATION, 'latin1'), writeXmp(words), LANDING],
      Buffer.from([TRAILER]),
    ]);
  } catch (error) {
    if (error instanceof RangeError) throw refusePicture('damaged');
    throw error;
  }
}
