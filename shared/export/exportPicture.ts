import type { Asset } from '../media/asset.ts';
import type { AssetId } from '../story/ids.ts';

/** A picture that travels with an export, and where it lies from the document: a relative path with `/`, not encoded. */
export interface ExportPicture {
  readonly asset: Asset;
  readonly path: string;
}

/** The pictures that travel with an export; a figure whose picture is not among them is shown as missing. */
export type ExportPictures = ReadonlyMap<AssetId, ExportPicture>;

/** A relative path as a URL, each part percent-encoded, so that `?`, `#` and spaces in a name stay in the name. */
export function pathUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
