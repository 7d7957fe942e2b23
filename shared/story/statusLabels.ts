import type { Status } from './fields.ts';

/** What the newsroom calls each status. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  inReview: 'In review',
  returned: 'Returned',
  approved: 'Approved',
  sent: 'Sent',
  onHold: 'On hold',
  killed: 'Killed',
};
