import { z } from 'zod';
import { assetIdSchema } from '../story/block.ts';

/** The picture types Stet takes, recognised by their bytes and never by their name. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
export const pictureTypeSchema = z.enum(PICTURE_TYPES);
export type PictureType = z.infer<typeof pictureTypeSchema>;

/** Largest file and largest picture taken in: beyond them a decoder can be made to eat the machine. */
export const MAX_PICTURE_BYTES = 100 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 200_000_000;

/** What a picture says about itself, read from IPTC-IIM, XMP and EXIF; absent means not said. */
export const embeddedSchema = z.strictObject({
  caption: z.string().optional(),
  headline: z.string().optional(),
  credit: z.string().optional(),
  creator: z.string().optional(),
  source: z.string().optional(),
  copyright: z.string().optional(),
  alt: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  dateCreated: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  hasLocation: z.boolean().optional(),
});
export type EmbeddedMetadata = z.infer<typeof embeddedSchema>;

export const assetSchema = z.strictObject({
  id: assetIdSchema,
  type: pictureTypeSchema,
  bytes: z.int().min(0),
  /** In pixels as shown, EXIF orientation applied. */
  width: z.int().min(1),
  height: z.int().min(1),
  fileName: z.string(),
  createdAt: z.iso.datetime(),
  embedded: embeddedSchema,
});
/** A stored picture (DESIGN D7): its bytes lie in `media/`, this is what is known of them. */
export type Asset = z.infer<typeof assetSchema>;
