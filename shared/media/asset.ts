import { z } from 'zod';
import { assetIdSchema } from '../story/block.ts';
import { PICTURE_TYPES, RECORDING_TYPES } from './mediaTypes.ts';

/** What a picture says about itself, read from IPTC-IIM, XMP and EXIF; absent means not said. */
export const embeddedSchema = z.strictObject({
  caption: z.string().optional(),
  headline: z.string().optional(),
  credit: z.string().optional(),
  creator: z.string().optional(),
  source: z.string().optional(),
  copyright: z.string().optional(),
  usageTerms: z.string().optional(),
  alt: z.string().optional(),
  /** What alt text is too short for (IPTC's extended description). */
  extendedDescription: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  dateCreated: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  hasLocation: z.boolean().optional(),
});
export type EmbeddedMetadata = z.infer<typeof embeddedSchema>;

/** Where in a file words can stand: its XMP packet, its IPTC-IIM block, its EXIF tags, or a PNG's own text chunks. */
export const METADATA_SOURCES = ['xmp', 'iptc', 'exif', 'png'] as const;
export const metadataSourceSchema = z.enum(METADATA_SOURCES);
export type MetadataSource = z.infer<typeof metadataSourceSchema>;

/** The fields of a picture that are words, in the order people read them. */
export const WORD_FIELDS = [
  'headline',
  'caption',
  'alt',
  'extendedDescription',
  'creator',
  'credit',
  'source',
  'copyright',
  'usageTerms',
  'city',
  'country',
  'dateCreated',
  'keywords',
] as const;
const wordFieldSchema = z.enum(WORD_FIELDS);
export type WordField = z.infer<typeof wordFieldSchema>;

/** Where each field was read, and what the other places say instead; a place that says the same is not named. */
export const provenanceSchema = z.partialRecord(
  wordFieldSchema,
  z.strictObject({
    from: metadataSourceSchema,
    others: z.array(z.strictObject({ from: metadataSourceSchema, value: z.string() })),
  }),
);
export type Provenance = z.infer<typeof provenanceSchema>;

/** The fields of a figure that a picture can bring its own words for. */
export const PICTURE_FIELDS = ['caption', 'credit', 'alt'] as const;
export const pictureFieldSchema = z.enum(PICTURE_FIELDS);
export type PictureField = (typeof PICTURE_FIELDS)[number];

/** What the house says of a picture in the place of its file: kept beside the file's own words, never in the file. */
export const houseWordsSchema = z.partialRecord(pictureFieldSchema, z.string().max(20_000));
export type HouseWords = z.infer<typeof houseWordsSchema>;

const known = {
  id: assetIdSchema,
  bytes: z.int().min(0),
  fileName: z.string(),
  createdAt: z.iso.datetime(),
  embedded: embeddedSchema,
  /** Absent for a picture that was read before Stet kept it; it is read again when it is next asked for. */
  provenance: provenanceSchema.optional(),
  /** Absent where nobody had the house remember any. It stays in the library: no package carries it. */
  house: houseWordsSchema.optional(),
};

export const pictureAssetSchema = z.strictObject({
  ...known,
  type: z.enum(PICTURE_TYPES),
  /** In pixels as shown, EXIF orientation applied. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** The smaller copy that is shown while the file itself is elsewhere; absent of a picture whose file is here. */
  standIn: assetIdSchema.optional(),
  /** The picture this is the smaller copy of; absent of a picture in its own right. */
  standsFor: assetIdSchema.optional(),
});
/** A stored picture. */
export type PictureAsset = z.infer<typeof pictureAssetSchema>;

/** The sides of a video in pixels, as shown. */
const frameSchema = z.strictObject({ width: z.int().min(1), height: z.int().min(1) });

export const recordingAssetSchema = z.strictObject({
  ...known,
  type: z.enum(RECORDING_TYPES),
  /** In seconds; null where the file does not say. Absent for one that was taken in before Stet read it. */
  duration: z.number().positive().nullable().optional(),
  /** Of a video whose file says it. */
  frame: frameSchema.optional(),
});
/** A stored video or audio file. */
export type RecordingAsset = z.infer<typeof recordingAssetSchema>;

export const assetSchema = z.discriminatedUnion('type', [pictureAssetSchema, recordingAssetSchema]);
/** A stored media file (DESIGN D7): its bytes lie in `media/`, this is what is known of them. */
export type Asset = z.infer<typeof assetSchema>;
