import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import { MAX_BLOCK_BYTES, type PictureStructure } from './PictureStructure.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const APPLICATION = 0xff;
const XMP_APPLICATION = 'XMP DataXMP';

/** How many bytes a colour table takes, by the flags beside it. */
function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** The offset behind a chain of sub-blocks: each a length and so many bytes, the last one of length 0. */
async function skipSubBlocks(reader: ByteReader, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const view = await reader.view(at, 1);
    // Inside the window without waiting: a long animation has hundreds of thousands of these.
    let inner = 0;
    while (inner < view.length) {
      const length = view[inner] ?? 0;
      inner += 1 + length;
      if (length === 0) return at + inner;
    }
    at += inner;
  }
}

/**
 * Walks the blocks of a GIF (GIF89a). A file that ends between two blocks lacks only its trailer and is taken; one that
 * ends inside a block is truncated.
 */
export async function readGif(reader: ByteReader): Promise<PictureStructure> {
  const screen = await reader.read(6, 7);
  let width = screen.readUInt16LE(0);
  let height = screen.readUInt16LE(2);
  let frames = 0;
  let xmp: Buffer | null = null;
  let at = 13 + tableLength(screen[4] ?? 0);
  while (at < reader.size) {
    const kind = (await reader.view(at, 1))[0] ?? 0;
    if (kind === TRAILER) break;
    if (kind === IMAGE) {
      const descriptor = await reader.view(at, 10);
      frames += 1;
      // A screen without size shows the size of its first picture.
      width ||= descriptor.readUInt16LE(5);
      height ||= descriptor.readUInt16LE(7);
      at = await skipSubBlocks(reader, at + 10 + tableLength(descriptor[9] ?? 0) + 1);
    } else if (kind === EXTENSION) {
      const head = await reader.view(at, 3);
      const isXmp =
        head[1] === APPLICATION &&
        head[2] === XMP_APPLICATION.length &&
        (await reader.view(at, 14)).toString('latin1', 3, 14) === XMP_APPLICATION;
      const from = isXmp ? at + 14 : at + 2;
      at = await skipSubBlocks(reader, from);
      // The packet is not cut into sub-blocks; behind it comes a ramp of bytes on which any reader lands at the end.
      if (isXmp && at - from <= MAX_BLOCK_BYTES) xmp ??= await reader.read(from, at - from);
    }
    // Rubbish behind the last picture is what browsers step over too.
    else if (frames > 0) break;
    else throw refusePicture('damaged');
  }
  if (frames === 0) throw refusePicture('truncated');
  if (width === 0 || height === 0) throw refusePicture('damaged');
  return { width, height, animated: frames > 1, turnedByExif: false, blocks: { exif: null, xmp, resources: null } };
}
