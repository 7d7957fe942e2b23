import { randomUUID } from 'node:crypto';
import { newStoryId } from '../../../../shared/story/ids.ts';
import type { Job, JobId } from '../../../../shared/targets/job.ts';
import type { TargetId } from '../../../../shared/targets/target.ts';

/** A job as the outbox shows it, with whatever a test wants otherwise. */
export function someJob(change: Partial<Job> = {}): Job {
  return {
    id: randomUUID() as JobId,
    storyId: newStoryId(),
    targetId: randomUUID() as TargetId,
    targetName: 'News desk',
    title: 'Floods',
    createdAt: '2026-11-30T08:00:00.000Z',
    state: 'queued',
    words: 'Waiting for its turn',
    bytesSent: 0,
    bytesTotal: 3_400_000,
    attempts: 0,
    nextAt: null,
    ask: null,
    receipt: null,
    ...change,
  };
}
