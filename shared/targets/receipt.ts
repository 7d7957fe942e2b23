import { z } from 'zod';
import { targetIdSchema } from './target.ts';

/** The proof that a story arrived: what the target said it has, read back after the last byte. */
export const receiptSchema = z.strictObject({
  targetId: targetIdSchema,
  targetName: z.string(),
  /** The target's own number or name for it. */
  remoteId: z.string(),
  /** Where readers find it, and where the desk edits it; empty where there is no such place. */
  url: z.string(),
  editUrl: z.string(),
  /** As the target has it: `draft`, `future`, `publish` … */
  status: z.string(),
  /** What a receiver answered, its beginning; for those that hand nothing back. */
  answer: z.string().optional(),
  isUpdate: z.boolean(),
  /** SHA-256 of what was sent, 64 hex digits. */
  sha256: z.string(),
  bytes: z.int(),
  pictures: z.int(),
  /** What the target has otherwise than it was sent, one sentence each. */
  differences: z.array(z.string()),
});
export type Receipt = z.infer<typeof receiptSchema>;
