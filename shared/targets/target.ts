import { z } from 'zod';
import { REQUIRED_FIELDS } from '../checks/style/requiredFields.ts';

/** What kinds of place a finished story can be sent to. */
export const TARGET_KINDS = ['wordpress', 'ghost', 'folder', 'http'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export type TargetId = string & { readonly __brand: 'TargetId' };
export const targetIdSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .transform((id) => id as TargetId);

/** What a wire receives. */
export const WIRE_FORMATS = [
  ...(['ninjs', 'ninjs-3.1', 'ninjs-superdesk'] as const),
  ...(['newsml', 'nitf', 'nitf-superdesk'] as const),
] as const;

/** What a target can require of a story: a field, that there is a picture, or something of every picture. */
export const REQUIRED_PARTS = [...REQUIRED_FIELDS, ...(['picture', 'caption', 'credit', 'alt'] as const)] as const;
export type RequiredPart = (typeof REQUIRED_PARTS)[number];

/** What of a story can be kept from a target; `place` is where a picture was taken. */
export const PRIVATE_PARTS = [
  ...(['byline', 'dateline', 'slug', 'priority', 'topics', 'keywords', 'place'] as const),
] as const;
export type PrivatePart = (typeof PRIVATE_PARTS)[number];

/** No target gets pictures smaller than this, in pixels of their longest side. */
export const SMALLEST_SIDE = 100;

/** How a target wants its stories; what a kind has no use for is let be. */
export const profileSchema = z.strictObject({
  /** What a story becomes on the site. One with an embargo to come is scheduled, never published before. */
  status: z.enum(['draft', 'pending', 'publish']),
  /** Whether the byline stands as a line over the text, or is the post's author on the site where there is one of that name. */
  byline: z.enum(['inText', 'leftOut', 'siteAuthor']),
  /** Where the first picture goes: on top of the post by the site's own design, into the text, or both. */
  lead: z.enum(['featured', 'inText', 'both']),
  /** Whether keywords become the site's tags. */
  tags: z.boolean(),
  /** The story's categories, by the names the site has for them; others go by their own name. */
  categories: z.record(z.string().max(500), z.string().max(500)),
  /** What is written to a folder, or posted. */
  format: z.enum(WIRE_FORMATS),
  /** How a receiver knows who posts: by name and password, by a token, or by a signature over what is posted. */
  entry: z.enum(['password', 'token', 'signature']).default('password'),
  /** Where a receiver takes the files, on the same site as the target; empty where it takes none. */
  filesAddress: z.string().trim().max(2000).default(''),
  /** What a story must have before it goes there. */
  required: z.array(z.enum(REQUIRED_PARTS)).default([]),
  /** What of a story does not go there. Notes, desk, deadline and the like go nowhere at all. */
  private: z.array(z.enum(PRIVATE_PARTS)).default(['priority', 'place']),
  /** The longest side of a picture, in pixels; null: as the house has it. */
  longestSide: z.int().min(SMALLEST_SIDE).max(99_999).nullable().default(null),
});
export type TargetProfile = z.infer<typeof profileSchema>;

export const DEFAULT_PROFILE: TargetProfile = {
  status: 'draft',
  byline: 'inText',
  lead: 'featured',
  tags: true,
  categories: {},
  format: 'ninjs',
  entry: 'password',
  filesAddress: '',
  required: [],
  private: ['priority', 'place'],
  longestSide: null,
};

/** A place the newsroom sends stories to. Its secret is no part of it: main keeps that, and never on a page. */
export const targetSchema = z.strictObject({
  id: targetIdSchema,
  name: z.string().trim().min(1).max(100),
  kind: z.enum(TARGET_KINDS),
  /** The site's address (`siteAddress`), or the folder's path. */
  address: z.string().trim().min(1).max(2000),
  /** The login; empty where the secret says who it is. */
  account: z.string().trim().max(200),
  profile: profileSchema,
});
export type Target = z.infer<typeof targetSchema>;

/** A target as the page lists it. */
export const listedTargetSchema = targetSchema.extend({
  /** It takes a password or a key, and none is at hand in this session. */
  isLocked: z.boolean(),
});
export type ListedTarget = z.infer<typeof listedTargetSchema>;

/** Whether stories that stand on a target of this kind can be opened here. */
export function opensStories(kind: TargetKind): boolean {
  return kind === 'wordpress' || kind === 'ghost';
}

/** Whether a kind is entered with a password or a key. */
export function needsSecret(kind: TargetKind): boolean {
  return kind !== 'folder';
}

/** Whether a kind is a wire: it takes items in a format of the trade, and never hands one back. */
export function isWire(kind: TargetKind): kind is 'folder' | 'http' {
  return kind === 'folder' || kind === 'http';
}

/** Whether a target is entered under a name. */
export function hasAccount({ kind, profile }: Pick<Target, 'kind' | 'profile'>): boolean {
  return kind === 'wordpress' || (kind === 'http' && profile.entry === 'password');
}

/** Whether a story's files go along to a target. */
export function takesFiles({ kind, profile }: Pick<Target, 'kind' | 'profile'>): boolean {
  return kind !== 'http' || profile.filesAddress !== '';
}

/** What a test of a target found: one line for each thing a newsroom wants to do there. */
export const targetReportSchema = z.strictObject({
  /** The site as it calls itself, with its version where it tells; empty when it could not be reached. */
  site: z.string(),
  lines: z.array(
    z.strictObject({
      state: z.enum(['works', 'notAllowed', 'failed', 'note']),
      /** One sentence in plain words. */
      words: z.string(),
    }),
  ),
});
export type TargetReport = z.infer<typeof targetReportSchema>;
