import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import { decodeText, guessCharset } from './decodeText.ts';
import { isCameraTalk } from './isCameraTalk.ts';
import { tidyDate } from './tidyDate.ts';
import { tidyText } from './tidyText.ts';
import { TiffTags } from './TiffTags.ts';

/** What EXIF says; `orientation` is 1 to 8, as the standard numbers them, 1 when it is not said. */
export interface ExifFields {
  readonly fields: EmbeddedMetadata;
  readonly orientation: number;
}

/** Tags of EXIF 3.0, and those Windows writes. */
const TAG = {
  imageDescription: 0x010e,
  orientation: 0x0112,
  artist: 0x013b,
  copyright: 0x8298,
  exifPointer: 0x8769,
  gpsPointer: 0x8825,
  dateTimeOriginal: 0x9003,
  offsetTimeOriginal: 0x9011,
  xpTitle: 0x9c9b,
  xpComment: 0x9c9c,
  xpAuthor: 0x9c9d,
  xpKeywords: 0x9c9e,
  latitude: 0x0002,
  longitude: 0x0004,
} as const;

/** A text as its bytes have it, in whichever charset; a copyright may be of several parts between NULs. */
function textOf(bytes: Buffer | null): string | undefined {
  if (!bytes) return undefined;
  const text = decodeText(bytes, guessCharset(bytes));
  return tidyText(
    text
      .split('\0')
      .map((part) => part.trim())
      .filter(Boolean)
      .join('; '),
  );
}

/** One of the texts Windows writes: UTF-16 in a row of bytes. */
function windowsText(bytes: Buffer | null): string | undefined {
  return tidyText(bytes?.toString('utf16le'));
}

/** Reads a TIFF structure as EXIF lays it out; what is broken in it counts as not said. */
export function exifFields(tiff: Uint8Array): ExifFields {
  const tags = new TiffTags(tiff);
  const first = tags.first();
  const exif = tags.pointedBy(first, TAG.exifPointer);
  const gps = tags.pointedBy(first, TAG.gpsPointer);
  const text = (tag: number) => textOf(tags.bytes(first, tag));
  const windows = (tag: number) => windowsText(tags.bytes(first, tag));
  const taken = (tag: number) => textOf(tags.bytes(exif, tag));
  const caption = [text(TAG.imageDescription), windows(TAG.xpComment)].find((one) => one && !isCameraTalk(one));
  const keywords = windows(TAG.xpKeywords)
    ?.split(/\s*;\s*/)
    .filter(Boolean);
  const orientation = tags.number(first, TAG.orientation) ?? 1;
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    fields: {
      caption,
      headline: windows(TAG.xpTitle),
      creator: text(TAG.artist) ?? windows(TAG.xpAuthor),
      copyright: text(TAG.copyright),
      dateCreated: tidyDate(taken(TAG.dateTimeOriginal), taken(TAG.offsetTimeOriginal)),
      keywords: keywords?.length ? keywords : undefined,
      hasLocation: gps.values.has(TAG.latitude) && gps.values.has(TAG.longitude) ? true : undefined,
    },
  };
}
