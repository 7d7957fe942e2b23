import { z } from 'zod';
import { EXPORT_WAYS } from '../checks/style/gates.ts';
import { handoverOrderSchema, sealForSchema } from '../handover/handover.ts';
import { assetIdSchema } from '../story/block.ts';
import { storyIdSchema } from '../story/story.ts';
import { targetIdSchema } from '../targets/target.ts';
import {
  backupReportSchema,
  exportReviewSchema,
  exportTargetSchema,
  historyEntrySchema,
  overrideSchema,
  ownWordSchema,
  verifyReportSchema,
} from './librarySchemas.ts';

const nothing = z.strictObject({});

/**
 * What only the main process may ask of the library, on its own port: everything with a path in it that a person chose
 * in a system dialog, and the files behind the media protocol. The page's port refuses these names.
 */
export const hostRequests = {
  /**
   * Writes an export to `path` (a file, or a folder for HTML and Markdown with pictures), atomically. Fails with `blocked`
   * where the checks stop it at this gate (`stopsAt`) and nobody overrides them.
   */
  'exports.write': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      target: exportTargetSchema,
      review: exportReviewSchema.optional(),
      path: z.string().max(4096),
      gate: z.enum(EXPORT_WAYS).default('script'),
      override: overrideSchema.nullable().default(null),
      /** The words of whoever exports, right as they are. */
      ownWords: z.array(ownWordSchema).max(50_000).default([]),
    }),
    answer: historyEntrySchema,
  },
  /** Hands a story over: writes a signed package to `path` (a file or a folder), keeps the revision, notes the step. */
  'handover.send': {
    payload: z.strictObject({ order: handoverOrderSchema, path: z.string().max(4096) }),
    answer: historyEntrySchema,
  },
  /** Writes a signed request for a story's files that are not here to `path` (a file or a folder). */
  'media.ask': {
    payload: z.strictObject({
      storyId: storyIdSchema,
      by: z.string().trim().min(1).max(500),
      path: z.string().max(4096),
      sealFor: sealForSchema,
    }),
    answer: z.strictObject({ path: z.string(), files: z.int() }),
  },
  /** Writes the files that a request asks for to `path` (a file or a folder), as a package. */
  'media.answer': {
    payload: z.strictObject({
      /** The request's path, or the name it was given when it was opened. */
      request: z.string().max(4096).optional(),
      ref: z.string().max(100).optional(),
      by: z.string().trim().min(1).max(500),
      path: z.string().max(4096),
      sealFor: sealForSchema,
      /** The fingerprint of the sender's new key that somebody made sure of. */
      acceptedKey: z.string().max(100).optional(),
    }),
    answer: historyEntrySchema,
  },
  /** The file that shows an asset at a size; made first if need be. Unknown ids fail with `notFound`. */
  'media.locate': {
    payload: z.strictObject({ id: assetIdSchema, size: z.enum(['original', 'page', 'thumb']) }),
    answer: z.strictObject({
      path: z.string(),
      type: z.string(),
      /** A smaller copy, until the file itself comes. */
      isStandIn: z.boolean().optional(),
    }),
  },
  /** Makes the list of codes where there is none, and answers its path. */
  'codes.make': { payload: nothing, answer: z.strictObject({ path: z.string() }) },
  /** Lends the library a target's secret for as long as its process lives; null takes it back. Never stored, never told. */
  'targets.unlock': {
    payload: z.strictObject({ id: targetIdSchema, secret: z.string().max(4096).nullable() }),
    answer: z.null(),
  },
  'library.verify': { payload: nothing, answer: verifyReportSchema },
  'library.backup': { payload: z.strictObject({ folder: z.string().max(4096) }), answer: backupReportSchema },
  /** Puts everything on disk, closes the database and ends the process after the answer. */
  'library.close': { payload: nothing, answer: z.null() },
} as const;

export type HostRequest = keyof typeof hostRequests;
export type HostPayload<Name extends HostRequest> = z.output<(typeof hostRequests)[Name]['payload']>;
export type HostAnswer<Name extends HostRequest> = z.output<(typeof hostRequests)[Name]['answer']>;
