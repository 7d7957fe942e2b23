import { z } from 'zod';
import { storyIdSchema } from '../story/story.ts';
import { receiptSchema } from './receipt.ts';
import { targetIdSchema } from './target.ts';

export type JobId = string & { readonly __brand: 'JobId' };
export const jobIdSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .transform((id) => id as JobId);

/**
 * - `queued`: its turn has not come · `waiting`: for the network, or until `nextAt`
 * - `sending` · `held`: the text is there, the pictures wait for a word (metered) · `paused`: somebody said so
 * - `needsYou`: a person has to decide (`ask`) · `sent` · `cancelled`
 */
export const JOB_STATES = ['queued', 'waiting', 'sending', 'held', 'paused', 'needsYou', 'sent', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What a person can do with a job. */
export const JOB_ACTIONS = [
  ...(['pause', 'resume', 'cancel', 'retry', 'moveUp', 'moveDown', 'sendPictures'] as const),
  /** Answers to what a job asks: send ours over theirs, leave theirs, make a new post, send smaller pictures. */
  ...(['overwrite', 'keepTheirs', 'createAnew', 'shrink', 'unlock', 'sendAsPending', 'dismiss'] as const),
] as const;
export const jobActionSchema = z.enum(JOB_ACTIONS);
export type JobAction = z.infer<typeof jobActionSchema>;

/** The same words changed here and on the site: both, and what they were. Text without markup. */
export const clashSchema = z.strictObject({ base: z.string(), ours: z.string(), theirs: z.string() });
export type Clash = z.infer<typeof clashSchema>;

export const askSchema = z.strictObject({
  code: z.string(),
  /** What happened, what is safe, what to do. */
  message: z.string(),
  /** What can be done about it, the likeliest first. */
  choices: z.array(jobActionSchema),
  clashes: z.array(clashSchema),
});
export type JobAsk = z.infer<typeof askSchema>;

/** One story on its way to one target, as the outbox shows it. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  storyId: storyIdSchema,
  targetId: targetIdSchema,
  targetName: z.string(),
  /** The headline or slug it was sent under. */
  title: z.string(),
  createdAt: z.string(),
  state: z.enum(JOB_STATES),
  /** The state in plain words: `Sending picture 3 of 7`. */
  words: z.string(),
  bytesSent: z.int(),
  bytesTotal: z.int(),
  attempts: z.int(),
  /** When it is tried again by itself, ISO 8601. */
  nextAt: z.string().nullable(),
  ask: askSchema.nullable(),
  receipt: receiptSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** What sending a story to a target would cost, and do. */
export const estimateSchema = z.strictObject({
  textBytes: z.int(),
  pictures: z.array(z.strictObject({ name: z.string(), bytes: z.int(), isThere: z.boolean() })),
  /** It is there already and would be updated in place. */
  isUpdate: z.boolean(),
  /** An older version of it that is in the outbox for there: it is replaced, unless it is under way; null: none. */
  older: z.strictObject({ createdAt: z.string(), isUnderWay: z.boolean() }).nullable(),
  /** When it was sent there last; null: never. */
  sentAt: z.string().nullable(),
  warnings: z.array(z.string()),
  /** Why it cannot go there as it is, one sentence each: what the target requires, and what must stay here. */
  refusals: z.array(z.string()),
});
export type Estimate = z.infer<typeof estimateSchema>;
