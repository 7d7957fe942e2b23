import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import type { MetadataBlocks } from '../structure/PictureStructure.ts';
import { exifFields } from './exifFields.ts';
import { iimFields } from './iimFields.ts';
import { readResources } from './readResources.ts';
import { xmpFields } from './xmpFields.ts';

/** What a picture says about itself, and how it is to be turned (EXIF orientation, 1 to 8). */
export interface Embedded {
  readonly metadata: EmbeddedMetadata;
  readonly orientation: number;
}

const MAX_KEYWORDS = 200;
type Field = keyof EmbeddedMetadata;
const FIELDS: readonly Field[] = [
  'caption',
  'headline',
  'credit',
  'creator',
  'source',
  'copyright',
  'alt',
  'city',
  'country',
  'dateCreated',
  'keywords',
  'hasLocation',
];

/**
 * Joins what XMP, IPTC-IIM and EXIF say. XMP comes first: its text is never cut off and always in Unicode, and alone has
 * the alt text. IIM comes before it when a program changed only that one afterwards (see `readResources`), save where it
 * holds no more than the beginning of the same words.
 */
export function readEmbedded({ exif, xmp, resources }: MetadataBlocks): Embedded {
  const { iim, iimIsNewer } = resources ? readResources(resources) : { iim: null, iimIsNewer: false };
  const fromXmp = xmp ? xmpFields(xmp) : {};
  const fromIim = iim ? iimFields(iim) : {};
  const fromExif = exif ? exifFields(exif) : { fields: {}, orientation: 1 };
  const joined: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const [x, i] = [fromXmp[field], fromIim[field]];
    const isCut = typeof x === 'string' && typeof i === 'string' && x.startsWith(i);
    const value = (iimIsNewer && i !== undefined && !isCut ? i : x) ?? i ?? fromExif.fields[field];
    if (value !== undefined) joined[field] = value;
  }
  const metadata = joined as EmbeddedMetadata;
  if (metadata.keywords) metadata.keywords = [...new Set(metadata.keywords)].slice(0, MAX_KEYWORDS);
  return { metadata, orientation: fromExif.orientation };
}
