import type { FileHandle } from 'node:fs/promises';
import type { EmbeddedMetadata, Provenance } from '../../../shared/media/asset.ts';
import type { AssetType, PictureType } from '../../../shared/media/mediaTypes.ts';
import { MAX_PICTURE_PIXELS } from '../../../shared/media/mediaLimits.ts';
import { isRecordingType } from '../../../shared/media/medium.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import { SNIFFED_BYTES, sniffPicture } from '../../../shared/media/sniffPicture.ts';
import { sniffRecording } from '../../../shared/media/sniffRecording.ts';
import { ByteReader } from './structure/ByteReader.ts';
import { readStructure } from './structure/readStructure.ts';

/** What is known of a picture without decoding it. */
export interface Measured {
  readonly type: PictureType;
  /** In pixels as shown, orientation applied. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Whether it has to be turned or mirrored to be upright. */
  readonly turned: boolean;
  readonly embedded: EmbeddedMetadata;
  readonly provenance: Provenance;
}

/** The type of a picture or a recording by its first bytes. Throws StetError with the sentence for what it is instead. */
export async function sniffFile(file: FileHandle, size: number): Promise<AssetType> {
  if (size === 0) throw refusePicture('empty');
  const head = Buffer.alloc(Math.min(size, SNIFFED_BYTES));
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const sniffed = sniffPicture(head.subarray(0, bytesRead));
  if (sniffed.kind === 'picture') return sniffed.type;
  const recording = sniffRecording(head.subarray(0, bytesRead));
  if (recording === null) throw refusePicture(sniffed.what);
  return recording;
}

/**
 * Reads sides and metadata of a picture of this type and `size` bytes, in as many small reads as its container asks for.
 * Throws StetError with the sentence of the refusal.
 */
export async function measurePictureOf(type: PictureType, file: FileHandle, size: number): Promise<Measured> {
  const { width, height, animated, turnedByExif, blocks } = await readStructure(new ByteReader(file, size), type);
  if (width * height > MAX_PICTURE_PIXELS) throw refusePicture('tooManyPixels');
  // Half of the engine's code by size; the library opens without it.
  const { readEmbedded } = await import('./embedded/readEmbedded.ts');
  const { metadata, provenance, orientation } = readEmbedded(blocks);
  const turn = turnedByExif ? orientation : 1;
  // 5 to 8 lie on their side.
  const sides = turn >= 5 ? { width: height, height: width } : { width, height };
  return { type, ...sides, animated, turned: turn !== 1, embedded: metadata, provenance };
}

/** The same for a picture whose type was not asked for yet. Throws StetError `notAPicture` for a recording, too. */
export async function measurePicture(file: FileHandle, size: number): Promise<Measured> {
  const type = await sniffFile(file, size);
  if (isRecordingType(type)) throw refusePicture('notAPicture');
  return measurePictureOf(type, file, size);
}
