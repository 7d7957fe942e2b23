import { z } from 'zod';
import { blockSchema } from './block.ts';
import { fieldsSchema } from './fields.ts';
import { STORY_ID, type StoryId } from './ids.ts';
import { reviewSchema } from './review.ts';
import { layersSchema } from './suggestions.ts';

/** The number of today's story format; `migrations.ts` brings older ones up to it. */
export const STORY_FORMAT = 6;

export const storyIdSchema = z
  .string()
  .regex(STORY_ID)
  .transform((id) => id as StoryId);
const time = z.iso.datetime();

export const storySchema = z.strictObject({
  format: z.literal(STORY_FORMAT),
  id: storyIdSchema,
  /** ISO 8601 in UTC. */
  createdAt: time,
  updatedAt: time,
  fields: fieldsSchema,
  blocks: z.array(blockSchema).max(100_000),
  /** Left out of a story nobody has reviewed. Since format 5. */
  review: reviewSchema.optional(),
  /** What is proposed and not yet decided; left out where nothing is. Since format 6. */
  suggestions: layersSchema.optional(),
});
/** A story as stored, exchanged and exported (DESIGN D1): data that outlives every editor. */
export type Story = z.infer<typeof storySchema>;
