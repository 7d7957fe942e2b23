import type { PictureType } from '../../../../shared/media/mediaTypes.ts';
import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';
import type { PictureStructure } from './PictureStructure.ts';
import { readAvif } from './readAvif.ts';
import { readGif } from './readGif.ts';
import { readJpeg } from './readJpeg.ts';
import { readPng } from './readPng.ts';
import { readWebp } from './readWebp.ts';

type ReadStructure = (reader: ByteReader) => Promise<PictureStructure>;

const READERS: Readonly<Record<PictureType, ReadStructure>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
  'image/gif': readGif,
  'image/avif': readAvif,
};

/** Reads a picture's container. Throws StetError `damaged` or `truncated`; a failing disk's error comes as it is. */
export async function readStructure(reader: ByteReader, type: PictureType): Promise<PictureStructure> {
  try {
    return await READERS[type](reader);
  } catch (error) {
    // Buffers throw RangeErrors where a number points past what there is.
    if (error instanceof RangeError) throw refusePicture('damaged');
    throw error;
  }
}
