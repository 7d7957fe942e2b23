import { z } from 'zod';

/** A sender under whose name another key was known. */
export const changedSenderSchema = z.strictObject({
  name: z.string(),
  /** The day the key they had was first seen here, YYYY-MM-DD. */
  since: z.string(),
  /** The fingerprint of the key they had. */
  before: z.string(),
  /** The fingerprint of the key the package is signed with. */
  now: z.string(),
});
export type ChangedSender = z.infer<typeof changedSenderSchema>;
