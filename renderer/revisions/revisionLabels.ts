import type { RevisionReason, RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import { fullTime } from '../ui/relativeTime.ts';

const REASONS: Readonly<Record<RevisionReason, string>> = {
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

/** What a revision is called: the name somebody gave it, else why it was kept. */
export function revisionLabel(revision: RevisionSummary): string {
  return revision.name.trim() || REASONS[revision.reason];
}

/** The same with its time and hand, where there is no row around it to say so. */
export function versionName(revision: RevisionSummary): string {
  return [revisionLabel(revision), fullTime(revision.createdAt), revision.by].filter(Boolean).join(' · ');
}

/** Words that came and went since the revision before, such as "+12 −3"; empty where nobody counted. */
export function wordsMoved({ wordsIn, wordsOut }: RevisionSummary): string {
  return wordsIn === null || wordsOut === null ? '' : `+${wordsIn} −${wordsOut}`;
}
