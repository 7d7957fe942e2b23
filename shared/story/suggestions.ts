import { z } from 'zod';
import { blockIdSchema, blockSchema } from './block.ts';
import { fieldsSchema, type StoryFields } from './fields.ts';
import { BLOCK_ID, type LayerId } from './ids.ts';

/** The furniture of the page that can be proposed; what the desk keeps of a story is set, not proposed. */
export const PROPOSED_FIELDS = [
  'slug',
  'headline',
  'deck',
  'dateline',
  'byline',
] as const satisfies readonly (keyof StoryFields)[];
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** Those of them that differ. */
export function otherFields(before: StoryFields, after: StoryFields): ProposedField[] {
  return PROPOSED_FIELDS.filter((name) => before[name] !== after[name]);
}

const time = z.iso.datetime();

export const layerIdSchema = z
  .string()
  .regex(BLOCK_ID)
  .transform((id) => id as LayerId);

/**
 * What one person proposes (issue 5), kept as what stood there before: the story's own words are always those as if every
 * proposal were accepted. Only what differs from the next version up is here, which is the next layer's, or the story itself.
 */
export const layerSchema = z.strictObject({
  id: layerIdSchema,
  by: z.string().max(500),
  /** When the first of them was made. */
  at: time,
  /** Blocks as they stood before, where they were changed or taken out since. */
  blocks: z.array(blockSchema).max(100_000),
  /** All blocks in their order before; left out where it is the same. */
  order: z.array(blockIdSchema).max(100_000).optional(),
  fields: fieldsSchema.pick({ slug: true, headline: true, deck: true, dateline: true, byline: true }).partial(),
  /** When a block (by its id) or a field (by its name) was last touched, to a few minutes. */
  times: z.record(z.string().max(64), time),
});
export type SuggestionLayer = z.infer<typeof layerSchema>;

/** The layers of a story, the oldest first. */
export const layersSchema = z.array(layerSchema).max(1000);
