import type { PictureType, RecordingType } from '../media/mediaTypes.ts';
import type { PictureRights } from '../media/pictureRights.ts';
import type { BlockId } from '../story/ids.ts';

/** A file that shows a picture outside: the original, or a rendition of it. */
export interface PictureOutside {
  /** Of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly type: PictureType;
  /** In pixels as shown. */
  readonly width: number;
  readonly height: number;
  readonly rights?: PictureRights;
}

/** A video or audio file outside, always as it came, and the picture that stands for it. */
export interface RecordingOutside {
  readonly sha256: string;
  readonly type: RecordingType;
  readonly poster: PictureOutside | null;
  readonly rights?: PictureRights;
}

/** Where a file lies from the document that shows it: a relative path with `/`, not encoded, or a whole web address. */
interface Placed {
  readonly path: string;
}

/** A picture that travels with an export. */
export interface ExportPicture extends PictureOutside, Placed {}

/** A recording that travels with an export. */
export interface ExportRecording extends RecordingOutside, Placed {
  readonly poster: ExportPicture | null;
}

/** What travels with an export, by the figure that shows it; a figure without one is shown as missing. */
export type ExportPictures = ReadonlyMap<BlockId, ExportPicture | ExportRecording>;

/** What shows or plays a figure outside. */
export type FileOutside = PictureOutside | RecordingOutside;

/** Whether a file plays, and does not show a picture. */
export function isRecording(file: FileOutside): file is RecordingOutside {
  return 'poster' in file;
}

/** A relative path as a URL, each part percent-encoded, so that `?`, `#` and spaces in a name stay in the name; an address as it is. */
export function pathUrl(path: string): string {
  if (isWebAddress(path)) return path;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Whether a file lies on a server, where it is known by its name. */
export function isWebAddress(path: string): boolean {
  return /^https?:\/\//.test(path);
}
