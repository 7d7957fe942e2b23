import { z } from 'zod';
import { codeFileSchema } from '../codes/codeFile.ts';
import type { Result } from '../lang/result.ts';
import { handoverCostSchema } from '../handover/handover.ts';
import { revertibleFieldSchema } from '../compare/passage.ts';
import { linkStateSchema } from '../links/linkState.ts';
import { assetSchema, pictureFieldSchema } from '../media/asset.ts';
import { assetIdSchema, blockIdSchema } from '../story/block.ts';
import { reviewChangeSchema } from '../review/reviewChange.ts';
import { conflictIdSchema, reviewSchema } from '../story/review.ts';
import { statusSchema } from '../story/fields.ts';
import { storyIdSchema, storySchema } from '../story/story.ts';
import { estimateSchema, jobActionSchema, jobIdSchema, jobSchema } from '../targets/job.ts';
import { grammarDialectSchema, grammarNoteSchema } from '../grammar/Grammarian.ts';
import { remoteStorySchema } from '../targets/remoteStory.ts';
import { listedTargetSchema, targetIdSchema, targetReportSchema, targetSchema } from '../targets/target.ts';
import { captionListSchema } from './captionSchemas.ts';
import { deskListSchema } from './deskSchemas.ts';
import {
  importedSchema,
  exportPreviewSchema,
  exportReviewSchema,
  exportTargetSchema,
  furnitureSchema,
  historyEntrySchema,
  houseSchema,
  importOutcomeSchema,
  mediaListSchema,
  openedStorySchema,
  overrideSchema,
  ownWordSchema,
  placeSchema,
  revisionIdSchema,
  revisionSummarySchema,
  skipSchema,
  spellingLanguageSchema,
  storyChangeSchema,
  summarySchema,
  templateSchema,
  wordSchema,
} from './librarySchemas.ts';

const byId = z.strictObject({ id: storyIdSchema });
const nothing = z.strictObject({});
const done = z.null();

/**
 * What the renderer may ask of the library process, over its own message port: one entry a request, each with the
 * schema its payload is parsed by and the schema of its answer. Server, client, fake and contract tests derive from it.
 */
export const libraryRequests = {
  'stories.create': {
    payload: z.strictObject({
      template: templateSchema,
      byline: z.string().max(500),
      dateline: z.string().max(500),
      language: z.string().max(35),
    }),
    answer: openedStorySchema,
  },
  'stories.list': {
    payload: z.strictObject({
      /** What was typed; empty lists everything. */
      query: z.string().max(500),
      status: statusSchema.nullable(),
      trashed: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    answer: z.strictObject({ total: z.int(), items: z.array(summarySchema) }),
  },
  'stories.summary': { payload: byId, answer: summarySchema },
  'stories.open': { payload: byId, answer: openedStorySchema },
  /** The durable write: answered only after the transaction is on the disk. */
  'stories.put': {
    payload: storyChangeSchema,
    answer: z.strictObject({ seq: z.int(), savedAt: z.string() }),
  },
  /** Where the writer is, without touching the story; cheap and not urgent. */
  'stories.keepPlace': { payload: z.strictObject({ id: storyIdSchema, place: placeSchema }), answer: done },
  'stories.duplicate': { payload: byId, answer: summarySchema },
  'stories.trash': { payload: byId, answer: done },
  'stories.untrash': { payload: byId, answer: done },
  /** Deletes what is in the trash for good; answers how many stories went. */
  'stories.emptyTrash': { payload: nothing, answer: z.strictObject({ deleted: z.int() }) },
  'stories.recent': { payload: z.strictObject({ limit: z.int().min(1).max(50) }), answer: z.array(summarySchema) },
  'stories.removeFurniture': {
    payload: z.strictObject({ id: storyIdSchema, furniture: z.array(furnitureSchema) }),
    answer: openedStorySchema,
  },
  'revisions.list': { payload: z.strictObject({ storyId: storyIdSchema }), answer: z.array(revisionSummarySchema) },
  'revisions.read': {
    payload: z.strictObject({ id: revisionIdSchema }),
    answer: z.strictObject({ summary: revisionSummarySchema, story: storySchema }),
  },
  /** Keeps the story as it is now under a name. Answers the newest revision if nothing changed since. */
  'revisions.keep': {
    payload: z.strictObject({ storyId: storyIdSchema, name: z.string().max(200) }),
    answer: revisionSummarySchema,
  },
  /** Makes an old revision the working copy; what was there is kept as a revision first. */
  'revisions.restore': { payload: z.strictObject({ id: revisionIdSchema }), answer: openedStorySchema },
  /**
   * Brings passages of an old revision back into the working copy (`bring`, as that revision has them), in the place of what
   * became of them (`remove`: the other half of what was cut). What was there is kept as a revision first.
   */
  'revisions.restoreBlocks': {
    payload: z.strictObject({
      id: revisionIdSchema,
      bring: z.array(blockIdSchema),
      remove: z.array(blockIdSchema),
      /** Fields that are to be as that revision has them. Steps of the desk are no such fields. */
      fields: z.array(revertibleFieldSchema).optional(),
    }),
    answer: openedStorySchema,
  },
  /** The revision that holds what the writer saw last, where something other than their own hands changed the story since. */
  'revisions.unseen': {
    payload: z.strictObject({ storyId: storyIdSchema }),
    answer: revisionSummarySchema.nullable(),
  },
  /** The writer has looked at what changed. */
  'revisions.look': { payload: z.strictObject({ storyId: storyIdSchema }), answer: done },
  /** A picture by its bytes (paste) or by the path the preload read from a `File` the user chose or dropped. */
  'media.add': {
    payload: z.union([
      z.strictObject({ name: z.string().max(1000), path: z.string().max(4096), ticket: z.string().max(100) }),
      z.strictObject({
        name: z.string().max(1000),
        bytes: z.instanceof(Uint8Array),
        ticket: z.string().max(100),
      }),
    ]),
    answer: assetSchema,
  },
  'media.read': { payload: z.strictObject({ id: assetIdSchema }), answer: assetSchema },
  /** Whether the file of an asset is there: a player cannot tell a missing file from one it does not understand. */
  'media.isThere': { payload: z.strictObject({ id: assetIdSchema }), answer: z.boolean() },
  /** Has the library remember words for a picture, for its next uses; null: those of its file are good enough. */
  'media.remember': {
    payload: z.strictObject({ id: assetIdSchema, field: pictureFieldSchema, words: z.string().max(20_000).nullable() }),
    answer: assetSchema,
  },
  'media.list': {
    payload: z.strictObject({ storyId: storyIdSchema.nullable(), limit: z.int().min(1).max(1000) }),
    answer: mediaListSchema,
  },
  /** Captions and credits of all stories with these words, those of the story changed last first. */
  'captions.search': {
    payload: z.strictObject({
      query: z.string().max(500),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    answer: captionListSchema,
  },
  /** Documents dropped on the window, by the paths the preload read from the `File`s. */
  'imports.files': {
    payload: z.strictObject({
      paths: z.array(z.string().max(4096)).min(1).max(200),
      /** The fingerprint of a sender's new key somebody has made sure of. */
      acceptedKey: z.string().max(100).optional(),
    }),
    answer: z.array(importOutcomeSchema),
  },
  /** Takes in what was refused because it is signed with this key: somebody has made sure that it is the sender's. */
  'imports.acceptKey': {
    payload: z.strictObject({ fingerprint: z.string().min(1).max(100) }),
    answer: z.array(importOutcomeSchema),
  },
  'exports.preview': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      target: exportTargetSchema,
      review: exportReviewSchema.optional(),
    }),
    answer: exportPreviewSchema,
  },
  /** The house's style file, read again if it changed. */
  'house.read': { payload: nothing, answer: houseSchema },
  /** Adds a word to the house's dictionary, which lies in the library's folder; answers the house as it is now. */
  'house.addWord': { payload: z.strictObject({ word: ownWordSchema }), answer: houseSchema },
  /** Those of the words that no dictionary of the language knows (`Proofreader`). */
  'words.unknown': {
    payload: z.strictObject({ language: spellingLanguageSchema, words: z.array(wordSchema).max(20_000) }),
    answer: z.array(wordSchema),
  },
  /** What may have been meant, the likeliest first. */
  'words.suggest': {
    payload: z.strictObject({ language: spellingLanguageSchema, word: wordSchema }),
    answer: z.array(wordSchema),
  },
  /** What there is to say of the grammar of each text, in their order (`Grammarian`). */
  'grammar.read': {
    payload: z.strictObject({ dialect: grammarDialectSchema, texts: z.array(z.string().max(1_000_000)).max(20_000) }),
    answer: z.array(z.array(grammarNoteSchema)),
  },
  /** The library's list of codes and what they stand for, read again if it changed. */
  'codes.read': { payload: nothing, answer: codeFileSchema },
  /** The findings of a story that somebody lets stand, in the order they were skipped. */
  'checks.skips': { payload: z.strictObject({ storyId: storyIdSchema }), answer: z.array(skipSchema) },
  /** Lets a finding stand, for good: it goes into the story's history. Answers all that stand. */
  'checks.skip': {
    payload: z.strictObject({ storyId: storyIdSchema, skip: skipSchema.omit({ at: true }) }),
    answer: z.array(skipSchema),
  },
  /** Brings a skipped finding back; the history keeps both. */
  'checks.unskip': {
    payload: z.strictObject({ storyId: storyIdSchema, key: z.string().max(2000), by: z.string().max(200) }),
    answer: z.array(skipSchema),
  },
  /** What people said of a story and did with it, and what they have to decide. */
  'review.read': { payload: z.strictObject({ storyId: storyIdSchema }), answer: reviewSchema },
  /** Does one thing to it; answers all of it. A step changes the story's fields with it. */
  'review.change': {
    payload: z.strictObject({ storyId: storyIdSchema, change: reviewChangeSchema }),
    answer: reviewSchema,
  },
  /** Decides conflicts: the side whose version holds (1 or 2), or both as they stand. What was there is kept as a revision. */
  'review.settle': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      ids: z.array(conflictIdSchema).min(1).max(10_000),
      decision: z.union([z.literal(1), z.literal(2), z.literal('both')]),
      by: z.string().trim().max(500),
    }),
    answer: openedStorySchema,
  },
  /** Has what a merge just took over proposed instead, over what was here before. Refused (`notMerged`) once something else was done. */
  'review.unmerge': { payload: z.strictObject({ storyId: storyIdSchema }), answer: openedStorySchema },
  /** Every story under way, first what is wanted first, and the last of those that are sent or killed. */
  'desk.list': { payload: nothing, answer: deskListSchema },
  /** The names of those who had a story or handed one over, each once. */
  'desk.names': { payload: nothing, answer: z.array(z.string()) },
  /** Whom something can be sealed for, by name: those a package came from. */
  'handover.colleagues': { payload: nothing, answer: z.array(z.string()) },
  /** What a package would weigh, in bytes, with smaller copies of the pictures, which are made for it. Fails with why they cannot be. */
  'handover.weighRenditions': {
    payload: z.strictObject({ storyId: storyIdSchema, by: z.string().max(500) }),
    answer: z.int(),
  },
  /** What a package for a colleague would weigh, and whose key signs it. */
  'handover.estimate': {
    payload: z.strictObject({ storyId: storyIdSchema, by: z.string().max(500) }),
    answer: handoverCostSchema,
  },
  /** The links of a story with what was found out about them last; nothing is asked. */
  'links.list': { payload: z.strictObject({ storyId: storyIdSchema }), answer: z.array(linkStateSchema) },
  /** Asks each link of a story whether it still answers: a person pressed a button. What is found stays in the history. */
  'links.check': { payload: z.strictObject({ storyId: storyIdSchema }), answer: z.array(linkStateSchema) },
  'targets.list': { payload: nothing, answer: z.array(listedTargetSchema) },
  /** Adds a target, or changes the one with its id. An address that may not be is refused with `badAddress`. */
  'targets.save': { payload: z.strictObject({ target: targetSchema }), answer: z.array(listedTargetSchema) },
  /** Takes a target off the list. Fails with `busy` while a job for it is in the outbox. */
  'targets.remove': { payload: z.strictObject({ id: targetIdSchema }), answer: z.array(listedTargetSchema) },
  /** Asks the target what it allows; sends nothing of any story. */
  'targets.test': { payload: z.strictObject({ id: targetIdSchema }), answer: targetReportSchema },
  /** The stories on a target’s site whose words match, the last changed first. */
  'remotes.list': {
    payload: z.strictObject({ targetId: targetIdSchema, words: z.string().max(500) }),
    answer: z.array(remoteStorySchema),
  },
  /** Opens one of them as a story; one that is here already (`alreadyHere`) is only named. */
  'remotes.open': {
    payload: z.strictObject({ targetId: targetIdSchema, remoteId: z.string().max(100), hasFiles: z.boolean() }),
    answer: importedSchema,
  },
  /** What sending would cost; makes the pictures, asks nobody. */
  'outbox.estimate': {
    payload: z.strictObject({ storyId: storyIdSchema, targetId: targetIdSchema }),
    answer: estimateSchema,
  },
  /**
   * Puts a story as it is now into the outbox. A job for the same story and target that has not begun is replaced. Fails
   * with `refused` where the target's profile does not take it as it is, and with `blocked` where the checks stop it and
   * nobody overrides them.
   */
  'outbox.send': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      targetId: targetIdSchema,
      /** The text at once, the pictures when somebody says so. */
      isMetered: z.boolean(),
      override: overrideSchema.nullable(),
      ownWords: z.array(ownWordSchema).max(50_000),
    }),
    answer: jobSchema,
  },
  /** All jobs: those to come in their order, then those done, the last first. */
  'outbox.list': { payload: nothing, answer: z.array(jobSchema) },
  'outbox.act': {
    payload: z.strictObject({ id: jobIdSchema, action: jobActionSchema }),
    answer: z.array(jobSchema),
  },
  'history.list': { payload: z.strictObject({ storyId: storyIdSchema }), answer: z.array(historyEntrySchema) },
} as const;

export type LibraryRequest = keyof typeof libraryRequests;
/** What a caller hands in: schemas may fill in or brand on the way. */
export type LibraryPayload<Name extends LibraryRequest> = z.output<(typeof libraryRequests)[Name]['payload']>;
export type LibraryAnswer<Name extends LibraryRequest> = z.output<(typeof libraryRequests)[Name]['answer']>;

/** What the library tells everyone who listens. Facts, past tense. */
export const libraryEvents = {
  /** A story's row changed, came or went; `id` null means: look at everything again. */
  'stories.changed': z.strictObject({ id: storyIdSchema.nullable() }),
  /** How far a picture has been read; `ticket` is the asker's own. */
  'media.progressed': z.strictObject({
    ticket: z.string(),
    step: z.enum(['reading', 'storing', 'measuring', 'done']),
    /** 0 to 1. */
    share: z.number(),
  }),
  /** Something moved in the outbox; `outbox.list` has it. At most ten times a second. */
  'outbox.changed': z.strictObject({}),
  /** A target came, went, changed, or its secret is at hand now. */
  'targets.changed': z.strictObject({}),
  /** Somebody said or did something; `review.read` has it. */
  'review.changed': z.strictObject({ storyId: storyIdSchema }),
  'exports.progressed': z.strictObject({ storyId: storyIdSchema, written: z.int(), total: z.int() }),
} as const;

export type LibraryEvent = keyof typeof libraryEvents;
export type LibraryEventData<Name extends LibraryEvent> = z.output<(typeof libraryEvents)[Name]>;

/** The library as its callers see it: every request answers, a failure included; nothing throws. */
export interface LibraryClient {
  request<Name extends LibraryRequest>(name: Name, payload: LibraryPayload<Name>): Promise<Result<LibraryAnswer<Name>>>;
  /** Calls `listener` for each event until the returned function is called. */
  on<Name extends LibraryEvent>(name: Name, listener: (data: LibraryEventData<Name>) => void): () => void;
}
