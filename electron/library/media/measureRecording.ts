import type { EmbeddedMetadata, Provenance } from '../../../shared/media/asset.ts';
import type { RecordingType } from '../../../shared/media/mediaTypes.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './structure/ByteReader.ts';
import { hasSound } from './structure/hasSound.ts';
import { readMovie } from './structure/readMovie.ts';

/** What is known of a recording without playing it. */
export interface MeasuredRecording {
  readonly type: RecordingType;
  readonly embedded: EmbeddedMetadata;
  readonly provenance: Provenance;
}

const MOVIES: ReadonlySet<RecordingType> = new Set(['video/mp4', 'video/quicktime', 'audio/mp4']);

/**
 * Tells a video from a recording that only sounds, and whether it says where it was made. No word is read from recordings:
 * phones write none. Throws StetError with the sentence of the refusal.
 */
export async function measureRecording(reader: ByteReader, type: RecordingType): Promise<MeasuredRecording> {
  if (!MOVIES.has(type)) {
    if (!(await hasSound(reader, type))) throw refusePicture('recordingEmpty');
    return { type, embedded: {}, provenance: {} };
  }
  const { hasPicture, hasLocation } = await readMovie(reader);
  return {
    type: hasPicture ? type : 'audio/mp4',
    embedded: hasLocation ? { hasLocation } : {},
    provenance: {},
  };
}
