import type { Job, JobAction } from '../../shared/targets/job.ts';

/** What a button for an action says. */
export const ACTION_LABELS: Readonly<Record<JobAction, string>> = {
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  retry: 'Try now',
  moveUp: 'Move up',
  moveDown: 'Move down',
  sendPictures: 'Send pictures now',
  overwrite: 'Send mine over theirs',
  keepTheirs: 'Leave theirs',
  createAnew: 'Make a new post',
  shrink: 'Send smaller pictures',
  unlock: 'Password…',
  sendAsPending: 'Send for review instead',
  dismiss: 'Take off the list',
};

/** What a person can do with a job now, the likeliest first; moving it is apart. */
export function jobWays({ state, ask }: Pick<Job, 'state' | 'ask'>): JobAction[] {
  switch (state) {
    case 'queued':
    case 'sending':
      return ['pause', 'cancel'];
    case 'waiting':
      return ['retry', 'pause', 'cancel'];
    case 'held':
      return ['sendPictures', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'needsYou':
      return [...new Set<JobAction>([...(ask?.choices ?? ['retry']), 'cancel'])];
    case 'sent':
    case 'cancelled':
      return ['dismiss'];
  }
}

/** Jobs whose place in the row can still be changed. */
export function canMove({ state }: Pick<Job, 'state'>): boolean {
  return state === 'queued' || state === 'waiting' || state === 'paused';
}
