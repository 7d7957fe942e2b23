import type { PictureType } from '../media/asset.ts';
import type { BlockId } from '../story/ids.ts';

/** A file that shows a picture outside: the original, or a rendition of it. */
export interface PictureOutside {
  /** Of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly type: PictureType;
  /** In pixels as shown. */
  readonly width: number;
  readonly height: number;
}

/** A picture that travels with an export, and where it lies from the document: a relative path with `/`, not encoded. */
export interface ExportPicture extends PictureOutside {
  readonly path: string;
}

/** The pictures that travel with an export, by the figure that shows them; a figure without one is shown as missing. */
export type ExportPictures = ReadonlyMap<BlockId, ExportPicture>;

/** A relative path as a URL, each part percent-encoded, so that `?`, `#` and spaces in a name stay in the name. */
export function pathUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
