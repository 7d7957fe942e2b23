import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { exportHtml } from '../../../shared/export/html/exportHtml.ts';
import type { FileOutside } from '../../../shared/export/exportPicture.ts';
import { filesAsTheyCame, placeFile } from '../../../shared/export/placePictures.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Asset, PictureAsset } from '../../../shared/media/asset.ts';
import { canonicalJson } from '../../../shared/story/canonicalJson.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { hashStory } from '../hashStory.ts';
import { PACKED_STORY, SIGNATURE, type Handover } from './handoverFormat.ts';
import type { MadePicture, PictureFile } from './PictureCopy.ts';
import {
  ASSETS,
  HANDOVER_FORMAT,
  STAND_IN_FORMAT,
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
  | { readonly path: string; readonly bytes: Buffer }
  | { readonly path: string; readonly picture: PictureFile | MadePicture };

export interface PackagePlan {
  /** The whole of it, where it is a letter and no archive. */
  readonly letter?: Buffer;
  readonly entries: readonly PackageEntry[];
  /** The size of the finished package, exactly. */
  readonly size: number;
  /** How many of the entries are pictures. */
  readonly pictures: number;
  /** Whom the whole of it is sealed for (age1…); nobody: it is not sealed. */
  readonly sealedFor?: readonly string[];
}

// APPNOTE.TXT 4.3.7, 4.3.9, 4.3.12 and 4.3.16: the fixed parts of each record.
const LOCAL_HEADER = 30;
const DATA_DESCRIPTOR = 16;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;

/** A smaller copy that goes in the place of a picture. */
export interface StandIn {
  readonly original: PictureAsset;
  readonly copy: PictureFile | MadePicture;
}

/** Who hands a story over, as which revision, and what signs it. */
export interface Signing {
  readonly handover: Handover;
  /** The story as it goes in (`packStory`). */
  readonly packed: Buffer;
  /** Smaller copies of pictures that stay behind. */
  readonly standIns: readonly StandIn[];
  sign(bytes: Uint8Array): string;
}

/**
 * Everything a package of this story and these pictures will hold; handed over to a colleague if `signing` is given. Throws
 * StetError `packageTooLarge`.
 */
export function planPackage(
  story: Story,
  pictures: readonly PictureFile[],
  signing: Signing | null = null,
): PackagePlan {
  const standIns = signing?.standIns ?? [];
  const files = [...pictures, ...standIns.map(({ copy }) => copy)];
  const byId = new Map(files.map((file) => [file.asset.id, file]));
  const sorted = [...byId.values()].sort((one, other) => (one.asset.id < other.asset.id ? -1 : 1));
  const left = standIns.map(({ original, copy }) => ({ ...original, standIn: copy.asset.id }));
  const assets = text(ASSETS, canonicalJson([...sorted.map(({ asset }) => asset), ...left].map(tellable)));
  const texts = signing
    ? [{ path: PACKED_STORY, bytes: signing.packed }, ...(sorted.length === 0 ? [] : [assets])]
    : [text(STORY, canonicalJson(story)), assets, text(PAGE, page(story, pictures))];
  const manifest: Manifest = {
    format: signing ? (left.length > 0 ? STAND_IN_FORMAT : HANDOVER_FORMAT) : PACKAGE_FORMAT,
    createdBy: 'Stet',
    story: { id: story.id, format: story.format, hash: hashStory(story) },
    entries: [
      ...texts.map(({ path, bytes }) => {
        return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
      ...sorted.map(({ asset }) => ({ path: mediaPath(asset), bytes: asset.bytes, sha256: asset.id })),
    ],
    ...(signing && { handover: signing.handover }),
  };
  const said = text(MANIFEST, signing ? JSON.stringify(manifest) : `${JSON.stringify(manifest, null, 1)}\n`);
  const entries: PackageEntry[] = [
    text('mimetype', PACKAGE_TYPE),
    said,
    ...(signing ? [text(SIGNATURE, signing.sign(said.bytes))] : []),
    ...texts,
    ...sorted.map((picture) => ({ path: mediaPath(picture.asset), picture })),
  ];
  const size = archiveSize(entries);
  if (size > PACKAGE_LIMITS.totalBytes || entries.length > PACKAGE_LIMITS.entries)
    throw new StetError('packageTooLarge', 'The pictures of this story are too many or too large for one package.');
  return { entries, size, pictures: sorted.length };
}

/** What a package says of a picture: not what the house remembers of it. */
function tellable({ house: _, ...asset }: Asset): unknown {
  return asset;
}

/** The story as a page that any browser shows. */
function page(story: Story, pictures: readonly PictureFile[]): string {
  const files = filesAsTheyCame(
    story,
    pictures.map(({ asset }) => asset),
  );
  // A file that goes out as it came is known by its own hash.
  const pathOf = ({ sha256, type }: FileOutside) => mediaPath({ id: sha256 as AssetId, type });
  return exportHtml(story, new Map(Array.from(files, ([id, file]) => [id, placeFile(file, pathOf)])));
}

/** A story as a package that is handed over holds it; a long one takes a moment. */
export function packStory(story: Story): Buffer {
  const bytes = Buffer.from(canonicalJson(story), 'utf8');
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, {
    params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
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
