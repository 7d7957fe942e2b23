import { z } from 'zod';
import { houseStyleSchema } from '../checks/style/houseStyleSchema.ts';
import { EXPORT_TARGETS } from '../export/exportTarget.ts';
import { askedMediaSchema } from '../handover/askedMedia.ts';
import { changedSenderSchema } from '../handover/changedSender.ts';
import { linkStateSchema } from '../links/linkState.ts';
import { assetSchema } from '../media/asset.ts';
import { renditionReportSchema } from '../media/rendition.ts';
import { assetIdSchema, blockIdSchema, blockSchema, focusSchema } from '../story/block.ts';
import { isOwnWord } from '../spelling/ownWord.ts';
import { SPELLING_LANGUAGES } from '../spelling/spellingLanguages.ts';
import { fieldsSchema, statusSchema } from '../story/fields.ts';
import { layerIdSchema, layersSchema } from '../story/suggestions.ts';
import { storyIdSchema, storySchema } from '../story/story.ts';
import { receiptSchema } from '../targets/receipt.ts';
import type { RevisionId } from '../story/ids.ts';

export const revisionIdSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .transform((id) => id as RevisionId);

/** Where the writer was: which field or block, how far into its text, and how far the page was scrolled (px). */
export const placeSchema = z.strictObject({
  field: z.enum(['headline', 'deck', 'dateline', 'byline', 'body']),
  blockId: blockIdSchema.nullable(),
  /** Slot inside a block: `caption`, `credit`, `alt`, `quote`, `attribution`, or null for the block's own text. */
  slot: z.string().max(20).nullable(),
  offset: z.int().min(0),
  scroll: z.number().min(0),
});
export type Place = z.infer<typeof placeSchema>;

/** One row of the library pane; everything it draws, so that drawing asks for nothing more. */
export const summarySchema = z.strictObject({
  id: storyIdSchema,
  slug: z.string(),
  headline: z.string(),
  /** The first words of the body, at most 140 characters. */
  firstWords: z.string(),
  words: z.int(),
  status: statusSchema,
  language: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
  thumb: assetIdSchema.nullable(),
  /** What must stay in sight of it, in fractions of the file's picture. */
  thumbPoint: focusSchema.nullable(),
  /** Set when the story's stored text could not be read and what is shown came from a revision or backup. */
  damaged: z.boolean(),
});
export type StorySummary = z.infer<typeof summarySchema>;

export const TEMPLATES = ['blank', 'news', 'feature', 'qa'] as const;
export const templateSchema = z.enum(TEMPLATES);
export type Template = z.infer<typeof templateSchema>;

export const REVISION_REASONS = [
  'created',
  'imported',
  'hourly',
  'named',
  'exported',
  'sent',
  'submitted',
  'received',
  'beforeMerge',
  'merged',
  'beforeRestore',
  'restored',
] as const;
export const revisionReasonSchema = z.enum(REVISION_REASONS);
export type RevisionReason = z.infer<typeof revisionReasonSchema>;

export const revisionSummarySchema = z.strictObject({
  id: revisionIdSchema,
  storyId: storyIdSchema,
  parents: z.array(revisionIdSchema),
  reason: revisionReasonSchema,
  /** Empty unless somebody named it. */
  name: z.string(),
  createdAt: z.string(),
  /** Who was at work, as they call themselves; empty where nobody said. */
  by: z.string(),
  words: z.int(),
  /** Words put in and taken out since the revision before; null for the first one, and where they were not counted. */
  wordsIn: z.int().nullable(),
  wordsOut: z.int().nullable(),
  /** SHA-256 of the canonical content (fields and blocks), 64 hex digits. */
  hash: z.string(),
});
export type RevisionSummary = z.infer<typeof revisionSummarySchema>;

export const openedStorySchema = z.strictObject({
  story: storySchema,
  /** Grows by one with every durable write; `stories.put` answers the new one. */
  seq: z.int(),
  place: placeSchema.nullable(),
  trashedAt: z.string().nullable(),
  /** A sentence when the story had to be recovered, with what was kept and where; null in the ordinary case. */
  notice: z.string().nullable(),
});
export type OpenedStory = z.infer<typeof openedStorySchema>;

/**
 * One durable write (DESIGN D2): the blocks that changed, the order if it changed, the fields that changed. All of it
 * is stored in one transaction or none of it is. Blocks of the story that `order` no longer names are removed.
 */
export const storyChangeSchema = z.strictObject({
  id: storyIdSchema,
  fields: fieldsSchema.partial().optional(),
  blocks: z.array(blockSchema).optional(),
  order: z.array(blockIdSchema).optional(),
  /** All that is proposed now. */
  suggestions: layersSchema.optional(),
  /** Of layers the story has, blocks they have that are others now; instead of `suggestions` where nothing else of them is. */
  followed: z.array(z.strictObject({ id: layerIdSchema, blocks: z.array(blockSchema) })).optional(),
  place: placeSchema.optional(),
});
export type StoryChange = z.infer<typeof storyChangeSchema>;

export const exportTargetSchema = z.enum(EXPORT_TARGETS);
export type ExportTarget = z.infer<typeof exportTargetSchema>;
/** What of a story's review goes out with a Word document, where somebody asks: its comments, or what is proposed as well. */
export const exportReviewSchema = z.enum(['none', 'comments', 'suggestions']);
export type ExportReview = z.infer<typeof exportReviewSchema>;

/** A picture that goes out as a rendition: its very bytes, and what they say and do not say. */
export const previewRenditionSchema = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  width: z.int(),
  height: z.int(),
  report: renditionReportSchema,
});
export type PreviewRendition = z.infer<typeof previewRenditionSchema>;

/** A file of an export as the preview shows it: text in full, or a picture by the id of its original. */
export const previewFileSchema = z.strictObject({
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  text: z.string().nullable(),
  /** What there is to read in a document that is no text. */
  words: z.string().nullable(),
  assetId: assetIdSchema.nullable(),
  /** null: the file is text, or the original as it is. */
  rendition: previewRenditionSchema.nullable(),
});
export type PreviewFile = z.infer<typeof previewFileSchema>;

export const exportPreviewSchema = z.strictObject({
  files: z.array(previewFileSchema),
  bytes: z.int(),
  /** Sentences the user should read before writing, such as a picture whose bytes are missing. */
  warnings: z.array(z.string()),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

/** Who lets a story go out against findings that block it, and why. */
export const overrideSchema = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
  by: z.string().trim().min(1).max(200),
});
export type Override = z.infer<typeof overrideSchema>;

/** A finding somebody lets stand (`CheckSkip`), and what it said. */
export const skipSchema = z.strictObject({
  key: z.string().max(2000),
  message: z.string().max(2000),
  reason: z.string().trim().min(1).max(1000),
  by: z.string().trim().max(200),
  at: z.string(),
});
export type StoredSkip = z.infer<typeof skipSchema>;

/** A word as dictionaries write it. */
export const wordSchema = z.string().max(200);
/** A word somebody adds to a dictionary. */
export const ownWordSchema = z.string().trim().refine(isOwnWord, 'not one word');
export const spellingLanguageSchema = z.enum(SPELLING_LANGUAGES);

/** The house's style as the library's folder has it. */
export const houseSchema = z.strictObject({
  /** null: there is no file, and the starter style holds. */
  fileName: z.string().nullable(),
  /** null: no file, or one that cannot be read. */
  file: houseStyleSchema.nullable(),
  /** The sentence about a file that cannot be read; the starter style holds then. */
  problem: z.string().nullable(),
  /** The house's own words (dictionary.txt), right as they are. */
  words: z.array(z.string()),
});
export type House = z.infer<typeof houseSchema>;

/** Something that happened to a story and stays in its history. `kind: 'exported'` is an export's receipt. */
export const historyEntrySchema = z.strictObject({
  id: z.int(),
  storyId: storyIdSchema,
  at: z.string(),
  kind: z.enum([
    ...(['created', 'imported', 'exported', 'restored', 'recovered', 'duplicated', 'trashed', 'untrashed'] as const),
    ...(['skipped', 'unskipped', 'linksChecked', 'sent', 'handedOver', 'received', 'merged', 'stepped'] as const),
  ]),
  /** One sentence in plain words. */
  summary: z.string(),
  detail: z.strictObject({
    target: exportTargetSchema.optional(),
    path: z.string().optional(),
    files: z.int().optional(),
    bytes: z.int().optional(),
    sha256: z.string().optional(),
    revisionId: revisionIdSchema.optional(),
    /** What went along with each picture, by the name of its file, and what was left out of it. */
    pictures: z.array(z.strictObject({ name: z.string(), report: renditionReportSchema })).optional(),
    /** An export that findings blocked: who let it go, why, and what the findings said. */
    despite: overrideSchema.extend({ findings: z.array(z.string()) }).optional(),
    /** The finding that was skipped, or brought back. */
    skip: skipSchema.omit({ at: true }).optional(),
    /** The proof that the story arrived at a target. */
    receipt: receiptSchema.optional(),
    /** What was found out about links. */
    links: z.array(linkStateSchema).optional(),
  }),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Text that looks like page furniture in pasted or imported copy; removed only when somebody says so. */
export const furnitureSchema = z.strictObject({
  blockIds: z.array(blockIdSchema),
  /** Why it looks so, in plain words: `repeats the headline`, `an appeal to donate`. */
  reason: z.string(),
  excerpt: z.string(),
});
export type Furniture = z.infer<typeof furnitureSchema>;

export const importedSchema = z.strictObject({
  storyId: storyIdSchema,
  fileName: z.string(),
  /** True when the very same story was here already and was simply opened. */
  alreadyHere: z.boolean(),
  /** Sentences about what was changed or could not be taken over. */
  notes: z.array(z.string()),
  furniture: z.array(furnitureSchema),
  /** Of a story that was merged with a colleague's: how many things somebody has to decide. */
  conflicts: z.int().optional(),
  /** Whose version it was merged with; left out where nothing was merged. `review.unmerge` has it proposed instead. */
  mergedWith: z.string().optional(),
});
export type Imported = z.infer<typeof importedSchema>;

/** One file of an import: done, or refused with a sentence. */
export const importOutcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), imported: importedSchema }),
  z.strictObject({
    ...{ ok: z.literal(false), fileName: z.string(), message: z.string(), code: z.string().optional() },
    /** Of a package refused for its sender's new key alone: `imports.acceptKey` takes it in. */
    sender: changedSenderSchema.optional(),
    /** Of a colleague's request for pictures and recordings. */
    asks: askedMediaSchema.optional(),
  }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const verifyReportSchema = z.strictObject({
  ok: z.boolean(),
  stories: z.int(),
  blocks: z.int(),
  revisions: z.int(),
  assets: z.int(),
  /** One sentence per thing found wrong; empty when all is well. */
  problems: z.array(z.string()),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

export const backupReportSchema = z.strictObject({
  path: z.string(),
  bytes: z.int(),
  stories: z.int(),
  assets: z.int(),
});
export type BackupReport = z.infer<typeof backupReportSchema>;

export const mediaListSchema = z.array(assetSchema);
