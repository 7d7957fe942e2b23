import { createHash } from 'node:crypto';
import { exportHtml } from '../../../shared/export/html/exportHtml.ts';
import type { FileOutside } from '../../../shared/export/exportPicture.ts';
import { filesAsTheyCame, placeFile } from '../../../shared/export/placePictures.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { canonicalJson } from '../../../shared/story/canonicalJson.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { hashStory } from '../hashStory.ts';
import type { PictureFile } from './PictureCopy.ts';
import {
  ASSETS,
  MANIFEST,
  mediaPath,
  PACKAGE_FORMAT,
  PACKAGE_LIMITS,
  PACKAGE_TYPE,
  PAGE,
  STORY,
  type Manifest,
} from './packageFormat.ts';

/** An entry of a package to be: bytes at hand, or a picture to be copied from its file. */
export type PackageEntry =
  { readonly path: string; readonly bytes: Buffer } | { readonly path: string; readonly picture: PictureFile };

export interface PackagePlan {
  readonly entries: readonly PackageEntry[];
  /** The size of the finished package, exactly. */
  readonly size: number;
  /** How many of the entries are pictures. */
  readonly pictures: number;
}

// APPNOTE.TXT 4.3.7, 4.3.9, 4.3.12 and 4.3.16: the fixed parts of each record.
const LOCAL_HEADER = 30;
const DATA_DESCRIPTOR = 16;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;

/** Everything a package of this story and these pictures will hold. Throws StetError `packageTooLarge`. */
export function planPackage(story: Story, pictures: readonly PictureFile[]): PackagePlan {
  const sorted = [...pictures].sort((one, other) => (one.asset.id < other.asset.id ? -1 : 1));
  const files = filesAsTheyCame(
    story,
    pictures.map(({ asset }) => asset),
  );
  // A file that goes out as it came is known by its own hash.
  const pathOf = ({ sha256, type }: FileOutside) => mediaPath({ id: sha256 as AssetId, type });
  const placed = new Map(Array.from(files, ([id, file]) => [id, placeFile(file, pathOf)]));
  const texts = [
    text(STORY, canonicalJson(story)),
    text(ASSETS, canonicalJson(sorted.map(({ asset: { house: _, ...asset } }) => asset))),
    text(PAGE, exportHtml(story, placed)),
  ];
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    createdBy: 'Stet',
    story: { id: story.id, format: story.format, hash: hashStory(story) },
    entries: [
      ...texts.map(({ path, bytes }) => {
        return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
      ...sorted.map(({ asset }) => ({ path: mediaPath(asset), bytes: asset.bytes, sha256: asset.id })),
    ],
  };
  const entries: PackageEntry[] = [
    text('mimetype', PACKAGE_TYPE),
    text(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`),
    ...texts,
    ...sorted.map((picture) => ({ path: mediaPath(picture.asset), picture })),
  ];
  const size = archiveSize(entries);
  if (size > PACKAGE_LIMITS.totalBytes || entries.length > PACKAGE_LIMITS.entries)
    throw new StetError('packageTooLarge', 'The pictures of this story are too many or too large for one package.');
  return { entries, size, pictures: sorted.length };
}

function text(path: string, content: string): { path: string; bytes: Buffer } {
  return { path, bytes: Buffer.from(content, 'utf8') };
}

function archiveSize(entries: readonly PackageEntry[]): number {
  let size = END_RECORD;
  for (const entry of entries) {
    size += LOCAL_HEADER + CENTRAL_HEADER + 2 * Buffer.byteLength(entry.path);
    // The checksum of a streamed entry is only known behind it.
    size += 'bytes' in entry ? entry.bytes.length : entry.picture.asset.bytes + DATA_DESCRIPTOR;
  }
  return size;
}
