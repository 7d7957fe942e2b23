import { z } from 'zod';
import { assetIdSchema } from '../story/block.ts';
import { inlineSchema } from '../story/inline.ts';
import { storyIdSchema } from '../story/story.ts';

/** A caption and credit as some figure of the library has them. */
export const usedCaptionSchema = z.strictObject({
  assetId: assetIdSchema.nullable(),
  caption: z.array(inlineSchema),
  credit: z.string(),
  /** The story that was changed last of those that use them together. */
  storyId: storyIdSchema,
  /** Its headline, or what else it is called by; may be empty. */
  title: z.string(),
  updatedAt: z.string(),
  /** How many figures have the same picture, caption and credit. */
  uses: z.int().min(1),
});
export type UsedCaption = z.infer<typeof usedCaptionSchema>;

export const captionListSchema = z.strictObject({ total: z.int(), items: z.array(usedCaptionSchema) });
export type CaptionList = z.infer<typeof captionListSchema>;
