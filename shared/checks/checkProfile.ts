import { z } from 'zod';

/** What a house changes about the rules: each by its id turned off, raised or lowered. Unnamed rules keep their own level. */
export const checkProfileSchema = z.strictObject({
  rules: z.record(z.string().max(100), z.enum(['off', 'note', 'warn', 'block'])),
});
export type CheckProfile = z.infer<typeof checkProfileSchema>;

/** A finding that somebody decided to let stand, and why. Kept with the story. */
export const checkSkipSchema = z.strictObject({
  /** Of the finding (`findingKey`). */
  key: z.string().max(2000),
  reason: z.string().trim().min(1).max(500),
  by: z.string().max(200),
  at: z.iso.datetime(),
});
export type CheckSkip = z.infer<typeof checkSkipSchema>;

/** Every rule at its own level. */
export const DEFAULT_PROFILE: CheckProfile = { rules: {} };
