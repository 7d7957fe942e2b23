import { REASON_LABELS } from '../../shared/compare/reasonLabels.ts';
import type { RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import { fullTime } from '../ui/relativeTime.ts';

/** What a revision is called: the name somebody gave it, else why it was kept. */
export function revisionLabel(revision: RevisionSummary): string {
  return revision.name.trim() || REASON_LABELS[revision.reason];
}

/** The same with its time and hand, where there is no row around it to say so. */
export function versionName(revision: RevisionSummary): string {
  return [revisionLabel(revision), fullTime(revision.createdAt), revision.by].filter(Boolean).join(' · ');
}

/** Words that came and went since the revision before, such as "+12 −3"; empty where nobody counted. */
export function wordsMoved({ wordsIn, wordsOut }: RevisionSummary): string {
  return wordsIn === null || wordsOut === null ? '' : `+${wordsIn} −${wordsOut}`;
}
