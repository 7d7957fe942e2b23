import type { MetadataSource, WordField } from '../../shared/media/asset.ts';

/** What the screen calls the fields of a picture. */
export const FIELD_LABELS: Readonly<Record<WordField, string>> = {
  headline: 'Headline',
  caption: 'Caption',
  alt: 'Alt text',
  extendedDescription: 'Extended description',
  creator: 'Creator',
  credit: 'Credit',
  source: 'Source',
  copyright: 'Copyright',
  usageTerms: 'Usage terms',
  city: 'City',
  country: 'Country',
  dateCreated: 'Date created',
  keywords: 'Keywords',
};

/** What the screen calls the places in a file where words stand. */
export const SOURCE_LABELS: Readonly<Record<MetadataSource, string>> = {
  xmp: 'XMP',
  iptc: 'IPTC',
  exif: 'EXIF',
  png: 'PNG text',
};
