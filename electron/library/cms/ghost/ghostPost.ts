import { z } from 'zod';
import { remoteBaseSchema, type RemoteBase } from '../merge/remoteBase.ts';

const named = z.object({ id: z.string(), name: z.string().catch(''), slug: z.string().catch('') });

const orEmpty = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** A post as the Admin API has it. */
export const ghostPostSchema = z.object({
  id: z.string(),
  slug: z.string(),
  status: z.string(),
  url: z.string().catch(''),
  title: z.string(),
  /** null: it was made by an editor older than Lexical. */
  lexical: z.string().nullable(),
  custom_excerpt: orEmpty,
  feature_image: orEmpty,
  feature_image_alt: orEmpty,
  feature_image_caption: orEmpty,
  created_at: z.string(),
  updated_at: z.string(),
  published_at: z.string().nullable().catch(null),
  tags: z.array(named).catch([]),
  authors: z.array(named).catch([]),
});
export type GhostPost = z.infer<typeof ghostPostSchema>;

/** An answer with posts. */
export const ghostPostsSchema = z.object({ posts: z.array(ghostPostSchema) });

/** What is asked for with each post. */
export const POST_QUERY = { formats: 'lexical', include: 'tags,authors' } as const;

/** What a post was left as: the comparison for the next update. */
export const ghostBaseSchema = remoteBaseSchema.extend({
  id: z.string(),
  /** The names of the tags we gave it. */
  tags: z.array(z.string()),
  /** The ids of its authors, as it was left. */
  authors: z.array(z.string()),
  /** Addresses on the site by the hash of the file that was sent, or that was brought here. */
  files: z.record(z.string(), z.string()),
  /** How a post stood that was opened as a story: an update leaves it so. */
  opened: z
    .object({
      /** The block of the story that the site shows on top of the text. */
      onTop: z.string().nullable(),
    })
    .optional(),
});
export type GhostBase = RemoteBase & Omit<z.infer<typeof ghostBaseSchema>, keyof RemoteBase>;
