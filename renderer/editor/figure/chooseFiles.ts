import { AUDIO_TYPES, PICTURE_TYPES, VIDEO_TYPES } from '../../../shared/media/mediaTypes.ts';
import type { Medium } from '../../../shared/media/medium.ts';

/**
 * What a system's dialog is to show, by type and by the endings of files that a system may have no type for. It only helps
 * to find them: what a file is, its bytes say.
 */
export const ACCEPTED: Readonly<Record<Medium, string>> = {
  picture: PICTURE_TYPES.join(),
  video: [...VIDEO_TYPES, '.mp4', '.m4v', '.mov', '.webm', '.mkv', '.ogv', '.3gp'].join(),
  audio: [...AUDIO_TYPES, '.mp3', '.m4a', '.aac', '.wav', '.ogg', '.oga', '.opus', '.flac'].join(),
};

/** Asks for files of a kind with the system's own dialog; `take` is not called when it is left without a choice. */
export function chooseFiles(take: (files: File[]) => void, isMany: boolean, medium: Medium = 'picture'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = isMany;
  input.accept = ACCEPTED[medium];
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}
