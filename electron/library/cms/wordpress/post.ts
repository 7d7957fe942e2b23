import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { fileWordsSchema } from './fileWords.ts';
import { remoteBaseSchema, type RemoteBase } from '../merge/remoteBase.ts';

const raw = z.object({ raw: z.string() });
const linked = z.array(z.object({ count: z.int().optional(), id: z.int().optional() })).optional();

/** The fields of a post that are asked for. */
export const POST_FIELDS =
  'id,slug,status,link,author,date_gmt,modified_gmt,title,content,excerpt,featured_media,categories,tags,meta,_links';

/** A post as its author sees it (`context=edit`). */
export const postSchema = z.object({
  id: z.int(),
  slug: z.string(),
  status: z.string(),
  link: z.string().catch(''),
  author: z.int().catch(0),
  date_gmt: z.string().nullable().catch(null),
  modified_gmt: z.string().nullable().catch(null),
  title: raw,
  content: raw,
  excerpt: raw,
  featured_media: z.int().catch(0),
  categories: z.array(z.int()).catch([]),
  tags: z.array(z.int()).catch([]),
  meta: z.record(z.string(), z.unknown()).catch({}),
  _links: z.object({ 'version-history': linked }).optional().catch(undefined),
});
export type Post = z.infer<typeof postSchema>;

/** How many versions the site counts; null where it keeps none. */
export function versionCount(post: Post): number | null {
  return post._links?.['version-history']?.[0]?.count ?? null;
}

/** A file of ours as the site keeps it, and what it was last told to say of itself. */
export const keptFileSchema = z.object({
  id: z.int(),
  url: z.string(),
  likeness: z.string().optional(),
  words: fileWordsSchema.optional(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

const termSchema = z.object({ id: z.int(), name: z.string() });
/** A category or a tag of a post. */
export type PostTerm = z.infer<typeof termSchema>;

/** How a post stood that was opened as a story: an update leaves it so. */
const openedSchema = z.object({
  hasByline: z.boolean(),
  /** The block of the story that the site shows on top of the text. */
  onTop: z
    .string()
    .transform((id) => id as BlockId)
    .nullable(),
  categories: z.array(termSchema),
  tags: z.array(termSchema),
});
export type OpenedPost = z.infer<typeof openedSchema>;

/** What a post was left as: the comparison for the next update. */
export const postBaseSchema = remoteBaseSchema.extend({
  id: z.int(),
  /** Media on the site by the hash of the file that was sent, or that was brought here. */
  files: z.record(z.string(), keptFileSchema),
  opened: openedSchema.optional(),
});
export type PostBase = RemoteBase & Omit<z.infer<typeof postBaseSchema>, keyof RemoteBase>;

/** SHA-256 over the three texts of a post, 64 hex digits. */
export function hashTexts(title: string, content: string, excerpt: string): string {
  return createHash('sha256').update([title, content, excerpt].join('\0')).digest('hex');
}
