import type { EmbeddedMetadata, Provenance } from '../../../shared/media/asset.ts';
import { mediumOf } from '../../../shared/media/medium.ts';
import type { RecordingType } from '../../../shared/media/mediaTypes.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './structure/ByteReader.ts';
import { hasSound } from './structure/hasSound.ts';
import { readMatroska } from './structure/readMatroska.ts';
import { readMovie, type Frame } from './structure/readMovie.ts';
import { soundLength } from './structure/soundLength.ts';

/** What is known of a recording without playing it. */
export interface MeasuredRecording {
  readonly type: RecordingType;
  readonly embedded: EmbeddedMetadata;
  readonly provenance: Provenance;
  /** In seconds; null where the file does not say. */
  readonly duration: number | null;
  /** Of a video whose file says it. */
  readonly frame?: Frame;
}

const MOVIES: ReadonlySet<RecordingType> = new Set(['video/mp4', 'video/quicktime', 'audio/mp4']);
const MATROSKA: ReadonlySet<RecordingType> = new Set(['video/webm', 'video/x-matroska', 'audio/webm']);
const SAYS_NOTHING = { embedded: {}, provenance: {} } as const;

/**
 * Tells a video from a recording that only sounds, how long it is, and whether it says where it was made. No word is read from recordings:
 * phones write none. Throws StetError with the sentence of the refusal.
 */
export async function measureRecording(reader: ByteReader, type: RecordingType): Promise<MeasuredRecording> {
  if (!MOVIES.has(type)) {
    if (!(await hasSound(reader, type))) throw refusePicture('recordingEmpty');
    if (!MATROSKA.has(type)) return { ...SAYS_NOTHING, type, duration: await soundLength(reader, type) };
    const { duration, frame } = await readMatroska(reader);
    return { ...SAYS_NOTHING, type, duration, ...(frame && mediumOf(type) === 'video' && { frame }) };
  }
  const { hasPicture, hasLocation, duration, frame } = await readMovie(reader);
  return {
    type: hasPicture ? type : 'audio/mp4',
    embedded: hasLocation ? { hasLocation } : {},
    provenance: {},
    duration,
    ...(frame && { frame }),
  };
}
