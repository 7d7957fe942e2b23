import { z } from 'zod';
import { overrideSchema, revisionIdSchema } from '../../../shared/ipc/librarySchemas.ts';
import { askSchema, JOB_STATES, jobActionSchema, jobIdSchema, type Job } from '../../../shared/targets/job.ts';
import { receiptSchema } from '../../../shared/targets/receipt.ts';
import { storyIdSchema } from '../../../shared/story/story.ts';
import { targetIdSchema } from '../../../shared/targets/target.ts';

/** A job as it is kept: bound to a revision, with every step it took. */
export const storedJobSchema = z.strictObject({
  id: jobIdSchema,
  storyId: storyIdSchema,
  targetId: targetIdSchema,
  targetName: z.string(),
  revisionId: revisionIdSchema,
  title: z.string(),
  createdAt: z.string(),
  state: z.enum(JOB_STATES),
  words: z.string(),
  bytesSent: z.int(),
  bytesTotal: z.int(),
  /** Failures that count; five are enough. */
  attempts: z.int(),
  /** Failures of the line, which do not count but make it wait longer. */
  lineFailures: z.int(),
  nextAt: z.string().nullable(),
  isMetered: z.boolean(),
  /** Pictures go smaller than the house has them: the target takes no larger ones. */
  isShrunk: z.boolean(),
  decision: jobActionSchema.nullable(),
  ask: askSchema.nullable(),
  receipt: receiptSchema.nullable(),
  /** Who let it go against which findings. */
  despite: overrideSchema.extend({ findings: z.array(z.string()) }).nullable(),
  steps: z.record(z.string(), z.unknown()),
  /** Who put it into the outbox. */
  by: z.string().default(''),
});
export type StoredJob = z.infer<typeof storedJobSchema>;

/** A job as the outbox shows it. */
export function shownJob({
  revisionId: _revisionId,
  lineFailures: _lineFailures,
  isMetered: _isMetered,
  isShrunk: _isShrunk,
  decision: _decision,
  despite: _despite,
  steps: _steps,
  by: _by,
  ...shown
}: StoredJob): Job {
  return shown;
}

/** Whether a job is over: it will not be sent again by itself. */
export function isOver({ state }: Pick<StoredJob, 'state'>): boolean {
  return state === 'sent' || state === 'cancelled';
}
