import { load } from 'exifreader';
import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import { decodeText, guessCharset } from './decodeText.ts';
import { isCameraTalk } from './isCameraTalk.ts';
import { tidyDate } from './tidyDate.ts';
import { tidyText } from './tidyText.ts';

/** What EXIF says; `orientation` is 1 to 8, as the standard numbers them, 1 when it is not said. */
export interface ExifFields {
  readonly fields: EmbeddedMetadata;
  readonly orientation: number;
}

const NOTHING: ExifFields = { fields: {}, orientation: 1 };

const TAGS = [
  'ImageDescription',
  'Artist',
  'Copyright',
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'Orientation',
  'XPTitle',
  'XPComment',
  'XPAuthor',
  'XPKeywords',
  'GPSLatitude',
  'GPSLongitude',
];

/** A text tag as exifreader has it: one string a part between NULs, one character a byte. */
function textOf(value: unknown): string | undefined {
  const parts = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [value];
  const text = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join('; ');
  const bytes = Buffer.from(text, 'latin1');
  return tidyText(decodeText(bytes, guessCharset(bytes)));
}

/** One of the tags Windows writes: UTF-16 in a row of bytes. */
function windowsText(value: unknown): string | undefined {
  const bytes = Array.isArray(value) ? value.filter((byte) => typeof byte === 'number') : [];
  return tidyText(Buffer.from(bytes).toString('utf16le'));
}

/** Reads a TIFF structure as EXIF lays it out; what is broken in it counts as not said. */
export function exifFields(tiff: Uint8Array): ExifFields {
  try {
    const bytes = Uint8Array.from(tiff);
    const { exif = {} } = load(bytes.buffer, { expanded: true, includeTags: { exif: TAGS } });
    const value = (tag: string): unknown => (exif as Record<string, { readonly value?: unknown }>)[tag]?.value;
    const [described, commented] = [textOf(value('ImageDescription')), windowsText(value('XPComment'))];
    const caption = [described, commented].find((text) => text && !isCameraTalk(text));
    const keywords = windowsText(value('XPKeywords'))
      ?.split(/\s*;\s*/)
      .filter(Boolean);
    const orientation = Number(value('Orientation'));
    return {
      orientation: Number.isInteger(orientation) && orientation >= 1 && orientation <= 8 ? orientation : 1,
      fields: {
        caption,
        headline: windowsText(value('XPTitle')),
        creator: textOf(value('Artist')) ?? windowsText(value('XPAuthor')),
        copyright: textOf(value('Copyright')),
        dateCreated: tidyDate(textOf(value('DateTimeOriginal')), textOf(value('OffsetTimeOriginal'))),
        keywords: keywords?.length ? keywords : undefined,
        hasLocation: value('GPSLatitude') !== undefined && value('GPSLongitude') !== undefined ? true : undefined,
      },
    };
  } catch {
    // No TIFF structure after all.
    return NOTHING;
  }
}
