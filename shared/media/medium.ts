import type { Figure, Playable } from '../story/block.ts';
import type { Asset, PictureAsset } from './asset.ts';
import type { AssetType, RecordingType } from './mediaTypes.ts';

/** What a figure shows or plays. */
export type Medium = 'picture' | Playable;

/** What a file is, by its type. */
export function mediumOf(type: AssetType): Medium {
  const [kind] = type.split('/');
  return kind === 'video' || kind === 'audio' ? kind : 'picture';
}

/** Whether a type is one that plays. */
export function isRecordingType(type: AssetType): type is RecordingType {
  return mediumOf(type) !== 'picture';
}

/** Whether an asset is a picture, and not a recording. */
export function isPicture(asset: Asset): asset is PictureAsset {
  return mediumOf(asset.type) === 'picture';
}

/** What a figure holds, as the story says. */
export function figureMedium({ medium }: Pick<Figure, 'medium'>): Medium {
  return medium ?? 'picture';
}

/** What people call it, inside a sentence. */
export const MEDIUM_NOUNS: Readonly<Record<Medium, string>> = {
  picture: 'picture',
  video: 'video',
  audio: 'audio recording',
};

/** What people call it, at the beginning of a sentence or on its own. */
export const MEDIUM_NAMES: Readonly<Record<Medium, string>> = { picture: 'Picture', video: 'Video', audio: 'Audio' };
