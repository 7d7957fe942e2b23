import type { RevisionReason, RevisionSummary } from '../../shared/ipc/librarySchemas.ts';

const REASONS: Readonly<Record<RevisionReason, string>> = {
  created: 'As it began',
  imported: 'As imported',
  hourly: 'Kept while working',
  named: 'Kept',
  exported: 'As exported',
  sent: 'As sent',
  submitted: 'As submitted',
  beforeRestore: 'Before an older one was restored',
  restored: 'Restored',
};

/** What a revision is called: the name somebody gave it, else why it was kept. */
export function revisionLabel(revision: RevisionSummary): string {
  return revision.name.trim() || REASONS[revision.reason];
}
