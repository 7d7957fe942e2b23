import { z } from 'zod';
import type { Asset } from '../../../shared/media/asset.ts';
import { fileEnding } from '../../../shared/media/fileEnding.ts';
import { MAX_PICTURE_BYTES, MAX_RECORDING_BYTES } from '../../../shared/media/mediaLimits.ts';
import { storyIdSchema } from '../../../shared/story/story.ts';
import { handoverSchema } from './handoverFormat.ts';

/**
 * The Stet package (`.stet`): a ZIP archive whose entries are all stored uncompressed, so that equal content gives equal
 * bytes on every machine, in this order:
 *
 *     mimetype         the media type, first, so that the bytes tell what they are
 *     manifest.json    format, story id and content hash, and for every entry below its size and SHA-256
 *     story.json       the story as canonical JSON (story.schema.json)
 *     assets.json      what is known of the pictures and recordings, as canonical JSON, sorted by id
 *     index.html       the story as a page that any browser shows
 *     media/<sha256>.<ending>   the pictures and recordings, byte for byte
 *
 * One that is handed over to a colleague (format 2) has `story.json.br` for `story.json`, no page, no media if its sender
 * left them out (and then no `assets.json`), says in the manifest which revision it is and whose, and holds behind the manifest:
 *
 *     signature        the sender's signature of the manifest (`handoverFormat.ts`)
 *
 * One that has smaller copies of some pictures (format 3) says so in `assets.json`: what is known of the picture itself, whose file is
 * not in it, names the copy (`standIn`), which lies in `media/` under its own hash.
 *
 * One that is handed over without media is no archive but a letter (format 3 or 5, `letter/letterFile.ts`), unless it is very long.
 *
 * A reader takes what the manifest names, checks all of it before it uses any of it, and passes over other entries.
 */
export const PACKAGE_TYPE = 'application/x-stet+zip';
export const PACKAGE_FORMAT = 1;
export const HANDOVER_FORMAT = 2;
export const LETTER_FORMAT = 3;
/** Of a letter that counts the ids of blocks where they follow each other. */
export const COUNTED_LETTER_FORMAT = 5;
/** Of an archive with smaller copies in the place of pictures. */
export const STAND_IN_FORMAT = 3;

export const MANIFEST = 'manifest.json';
export const STORY = 'story.json';
export const ASSETS = 'assets.json';
export const PAGE = 'index.html';

/** More than any story needs, and less than fills a disk: an archive beyond is refused before anything is unpacked. */
export const PACKAGE_LIMITS = {
  entries: 10_000,
  /** Of all entries unpacked; below what needs ZIP64. */
  totalBytes: 4_000_000_000,
  textBytes: 128 * 1024 * 1024,
  /** Of a packed story, unpacked. */
  packedBytes: 64 * 1024 * 1024,
  pictureBytes: MAX_PICTURE_BYTES,
  recordingBytes: MAX_RECORDING_BYTES,
  /** Unpacked to packed. Our own are 1; text zipped anew by others stays far below. */
  ratio: 200,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const manifestSchema = z.object({
  format: z.union([z.literal(PACKAGE_FORMAT), z.literal(HANDOVER_FORMAT), z.literal(STAND_IN_FORMAT)]),
  createdBy: z.string(),
  story: z.object({ id: storyIdSchema, format: z.int().min(1), hash: sha256 }),
  entries: z.array(z.object({ path: z.string(), bytes: z.int().min(0), sha256 })),
  /** Of formats 2 and 3, and of them always. */
  handover: handoverSchema.optional(),
});
/** What a package says it holds. `story.hash` is the SHA-256 of the story's content, times and id left out. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where a picture lies inside a package. */
export function mediaPath({ id, type }: Pick<Asset, 'id' | 'type'>): string {
  return `media/${id}.${fileEnding(type)}`;
}
