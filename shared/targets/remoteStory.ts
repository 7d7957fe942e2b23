import { z } from 'zod';

/** A story on a site, as the list of it shows it. */
export const remoteStorySchema = z.strictObject({
  /** What the site knows it by. */
  remoteId: z.string().min(1).max(100),
  /** Without markup; may be empty. */
  headline: z.string(),
  /** As the site says it: `draft`, `publish`, … */
  status: z.string(),
  /** ISO 8601 in UTC; null where the site does not say. */
  changedAt: z.string().nullable(),
  /** Who wrote it, as the site calls them; empty where it does not say. */
  by: z.string(),
});
export type RemoteStory = z.infer<typeof remoteStorySchema>;

/** The most of a site’s stories one look shows. */
export const MOST_LISTED = 50;
