import { z } from 'zod';
import { RENDITION_FORMATS } from './rendition.ts';

/** How a house has its pictures go out beside a document. */
export const pictureProfileSchema = z.strictObject({
  /** `original`: the file as it came, with everything it says, uncropped. */
  size: z.enum(['web', 'large', 'original']).default('web'),
  format: z.enum(RENDITION_FORMATS).default('jpeg'),
  /** Whether the place a picture was taken goes along. */
  keepPlace: z.boolean().default(false),
});
export type PictureProfile = z.infer<typeof pictureProfileSchema>;

/** How they go out where the house says nothing. */
export const DEFAULT_PICTURES: PictureProfile = { size: 'web', format: 'jpeg', keepPlace: false };
