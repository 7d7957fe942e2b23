import type { AssetType } from './mediaTypes.ts';

const ENDINGS: Readonly<Record<AssetType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'video/ogg': 'ogv',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/webm': 'webm',
};

/** Every ending a stored file can have outside. */
export const FILE_ENDINGS: readonly string[] = [...new Set(Object.values(ENDINGS))];

/** The ending a stored file gets outside, without a dot. */
export function fileEnding(type: AssetType): string {
  return ENDINGS[type];
}
