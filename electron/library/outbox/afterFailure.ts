import { StetError } from '../../../shared/lang/result.ts';
import type { JobAsk } from '../../../shared/targets/job.ts';
import { DeliveryError } from '../cms/DeliveryError.ts';
import { backOff, offlineDelay } from './backOff.ts';
import type { StoredJob } from './storedJob.ts';

/** So many failures that may pass, and a person is asked. */
const MOST_ATTEMPTS = 5;

export interface AfterFailure {
  readonly job: StoredJob;
  /** Nobody else gets through to this target either. */
  readonly isForAll: boolean;
}

interface Circumstances {
  readonly now: number;
  readonly chance: number;
}

/** What becomes of a job that did not get through, for whatever reason. */
export function afterFailure(job: StoredJob, error: unknown, { now, chance }: Circumstances): AfterFailure {
  const at = (ms: number) => new Date(now + ms).toISOString();
  if (error instanceof DeliveryError) {
    const { problem, message } = error;
    if (problem.kind === 'offline') {
      const lineFailures = job.lineFailures + 1;
      const nextAt = at(offlineDelay(lineFailures, chance));
      const words = `Waiting for the network: ${message}`;
      return { job: { ...job, state: 'waiting', words, lineFailures, nextAt }, isForAll: false };
    }
    if (problem.kind === 'later') {
      const attempts = job.attempts + 1;
      if (attempts >= MOST_ATTEMPTS)
        return asking(job, { code: problem.code, message, choices: ['retry', 'cancel'], clashes: [] }, false);
      const nextAt = at(problem.waitMs ?? backOff(attempts, chance));
      return { job: { ...job, state: 'waiting', words: `Waiting: ${message}`, attempts, nextAt }, isForAll: false };
    }
    const { code, choices, clashes = [], isForAll = false } = problem;
    return asking(job, { code, message, choices: [...choices], clashes: [...clashes] }, isForAll);
  }
  if (error instanceof StetError && error.code === 'locked')
    return asking(job, { code: 'locked', message: error.message, choices: ['unlock', 'cancel'], clashes: [] }, true);
  if (error instanceof StetError) {
    if (error.retryable && job.attempts + 1 < MOST_ATTEMPTS) {
      const attempts = job.attempts + 1;
      const nextAt = at(backOff(attempts, chance));
      return {
        job: { ...job, state: 'waiting', words: `Waiting: ${error.message}`, attempts, nextAt },
        isForAll: false,
      };
    }
    return asking(job, { code: error.code, message: error.message, choices: ['retry', 'cancel'], clashes: [] }, false);
  }
  console.error('A job in the outbox failed:', error);
  const message = 'Something went wrong in Stet itself. The story is safe; trying again may help.';
  return asking(job, { code: 'unexpected', message, choices: ['retry', 'cancel'], clashes: [] }, false);
}

function asking(job: StoredJob, ask: JobAsk, isForAll: boolean): AfterFailure {
  return { job: { ...job, state: 'needsYou', words: 'Needs you', ask, nextAt: null }, isForAll };
}
