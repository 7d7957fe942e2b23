import type { Status } from '../story/fields.ts';
import type { Step } from '../story/review.ts';

const DONE: Readonly<Record<Status, string>> = {
  draft: 'Taken back to draft',
  submitted: 'Submitted',
  inReview: 'Taken into review',
  returned: 'Returned',
  approved: 'Approved',
  sent: 'Marked as sent',
  onHold: 'Put on hold',
  killed: 'Killed',
};

/** What was done, who did it, and for whom: the pieces of a sentence. `whom` null: it did not change hands. */
export interface StepWords {
  readonly what: string;
  readonly by: string;
  readonly whom: string | null;
}

/** What a step was, in words. */
export function stepWords({ status, assignee, by }: Pick<Step, 'status' | 'assignee' | 'by'>): StepWords {
  // Whoever takes a story has it: that need not be said twice.
  if (status) return { what: DONE[status], by, whom: assignee && assignee !== by ? assignee : null };
  if (assignee === undefined) return { what: 'Handed over', by, whom: null };
  return assignee === ''
    ? { what: 'Given to nobody in particular', by, whom: null }
    : { what: 'Assigned', by, whom: assignee };
}

/** What a step was, as a sentence. */
export function stepSentence(step: Pick<Step, 'status' | 'assignee' | 'by' | 'note'>): string {
  const { what, by, whom } = stepWords(step);
  const who = by === '' ? '' : ` by ${by}`;
  const to = whom === null ? '' : step.status ? `, for ${whom}` : ` to ${whom}`;
  const done = step.status ? `${what}${who}${to}` : `${what}${to}${who}`;
  return `${done}.${step.note === '' ? '' : ` “${step.note}”`}`;
}
