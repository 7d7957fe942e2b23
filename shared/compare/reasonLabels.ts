import type { RevisionReason } from '../ipc/librarySchemas.ts';

/** Why a revision was kept, as it is listed. */
export const REASON_LABELS: Readonly<Record<RevisionReason, string>> = {
  created: 'As it began',
  imported: 'As imported',
  hourly: 'Kept while working',
  named: 'Kept',
  exported: 'As exported',
  sent: 'As sent',
  submitted: 'As handed over',
  received: 'From a colleague',
  beforeMerge: 'Before a merge',
  merged: 'Merged',
  beforeRestore: 'Before an older one was restored',
  restored: 'Restored',
};
