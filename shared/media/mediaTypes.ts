/** The picture types Stet takes, recognised by their bytes and never by their name. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** The video and audio types Stet takes as they are, recognised by their bytes as well. */
export const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska', 'video/ogg'] as const;
export const AUDIO_TYPES = [
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
  'audio/webm',
] as const;
export const RECORDING_TYPES = [...VIDEO_TYPES, ...AUDIO_TYPES] as const;
/** The type of a file that plays: a video or an audio recording. */
export type RecordingType = (typeof RECORDING_TYPES)[number];

export type AssetType = PictureType | RecordingType;
