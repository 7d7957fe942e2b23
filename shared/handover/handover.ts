import { z } from 'zod';
import { statusSchema } from '../story/fields.ts';
import { storyIdSchema } from '../story/story.ts';

/** The names of those who alone can open a file; nobody: whoever has it can. */
export const sealForSchema = z.array(z.string().trim().min(1).max(500)).max(50).optional();

/** How a story is handed to a colleague: with what status and word, and whether its pictures go along. */
export const handoverOrderSchema = z.strictObject({
  storyId: storyIdSchema,
  /** The sender, as they call themselves. */
  by: z.string().trim().min(1).max(500),
  /** The status it goes out with; null leaves it. */
  status: statusSchema.nullable(),
  /** Whom it is for; null leaves it with whoever has it. */
  assignee: z.string().trim().max(500).nullable(),
  note: z.string().trim().max(20_000),
  /** All files; smaller copies of the pictures, and no recordings; or none. */
  media: z.enum(['all', 'renditions', 'none']),
  sealFor: sealForSchema,
});
export type HandoverOrder = z.infer<typeof handoverOrderSchema>;

/** What a package would weigh, in bytes, and whose key signs it. */
export const handoverCostSchema = z.strictObject({
  /** With every picture and recording. */
  all: z.int(),
  /** The words alone. */
  none: z.int(),
  /** How many files that leaves out. */
  files: z.int(),
  /** How many of them are recordings, of which there are no smaller copies. */
  recordings: z.int(),
  /** What a colleague can compare over the phone. */
  fingerprint: z.string(),
  /** Whom it can be sealed for, by name: those a package came from. */
  colleagues: z.array(z.string()),
});
export type HandoverCost = z.infer<typeof handoverCostSchema>;
