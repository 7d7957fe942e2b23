import { z } from 'zod';
import { anchorSchema, conflictIdSchema, noteIdSchema, stepSchema, threadIdSchema } from '../story/review.ts';

const by = z.string().trim().max(500);
const text = z.string().trim().min(1).max(20_000);

/** One thing done to a story's review; ids and times are given by whoever keeps it. */
export const reviewChangeSchema = z.discriminatedUnion('kind', [
  /** Begins a thread; `id` is the caller's (`newThreadId`), since the words are marked with it. */
  z.strictObject({ kind: z.literal('addThread'), id: threadIdSchema, about: anchorSchema, by, text }),
  z.strictObject({ kind: z.literal('addNote'), threadId: threadIdSchema, by, text }),
  /** Says something else; empty words take the note back. */
  z.strictObject({
    kind: z.literal('editNote'),
    threadId: threadIdSchema,
    noteId: noteIdSchema,
    text: z.string().trim().max(20_000),
  }),
  z.strictObject({ kind: z.literal('setState'), threadId: threadIdSchema, is: z.enum(['open', 'resolved']), by }),
  /** Does something with the story: gives it a status or another pair of hands, and notes who did so. */
  z.strictObject({ kind: z.literal('addStep'), ...stepSchema.omit({ id: true, at: true }).shape }),
  z.strictObject({ kind: z.literal('settle'), conflictId: conflictIdSchema, by }),
]);
export type ReviewChange = z.infer<typeof reviewChangeSchema>;
