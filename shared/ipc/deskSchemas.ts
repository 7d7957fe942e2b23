import { z } from 'zod';
import { statusSchema } from '../story/fields.ts';
import { storyIdSchema } from '../story/story.ts';

/** A story as the desk sees it: where it stands, who has it, when it is wanted. */
export const deskRowSchema = z.strictObject({
  id: storyIdSchema,
  slug: z.string(),
  headline: z.string(),
  language: z.string(),
  words: z.int(),
  status: statusSchema,
  desk: z.string(),
  priority: z.int().nullable(),
  /** ISO 8601, UTC. */
  deadline: z.string().nullable(),
  /** Empty: nobody in particular has it. */
  assignee: z.string(),
  /** How many threads of comments are open. */
  comments: z.int(),
  updatedAt: z.string(),
});
export type DeskRow = z.infer<typeof deskRowSchema>;

/** What is on the desk: first what is wanted first; `hidden` older stories that are done with are left out. */
export const deskListSchema = z.strictObject({ items: z.array(deskRowSchema), hidden: z.int() });
export type DeskList = z.infer<typeof deskListSchema>;
