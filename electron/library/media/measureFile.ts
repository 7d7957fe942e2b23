import type { FileHandle } from 'node:fs/promises';
import { isRecordingType } from '../../../shared/media/medium.ts';
import { measurePictureOf, sniffFile, type Measured } from './measurePicture.ts';
import { measureRecording, type MeasuredRecording } from './measureRecording.ts';
import { ByteReader } from './structure/ByteReader.ts';

/** What is known of a picture or a recording of `size` bytes, by its bytes. Throws StetError with the sentence of the refusal. */
export async function measureFile(file: FileHandle, size: number): Promise<Measured | MeasuredRecording> {
  const type = await sniffFile(file, size);
  return isRecordingType(type)
    ? await measureRecording(new ByteReader(file, size), type)
    : await measurePictureOf(type, file, size);
}
