import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { HistoryEntry, RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { fullTime, relativeTime } from '../ui/relativeTime.ts';
import { revisionLabel } from './revisionLabels.ts';
import './revisions.css';

interface ReviewTabProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Grows when there may be something new to list. */
  readonly stamp: number;
  readonly onKeep: () => void;
  readonly onPreview: (revision: RevisionSummary) => void;
}

/** The story's past: what was kept of it, and what happened to it. */
export function ReviewTab({ storyId, library, stamp, onKeep, onPreview }: ReviewTabProps) {
  const [revisions, setRevisions] = useState<readonly RevisionSummary[] | null>(null);
  const [history, setHistory] = useState<readonly HistoryEntry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([
      library.request('revisions.list', { storyId }),
      library.request('history.list', { storyId }),
    ]).then(([kept, happened]) => {
      if (!isCurrent) return;
      setProblem(kept.ok ? (happened.ok ? null : happened.error.message) : kept.error.message);
      if (kept.ok) setRevisions(newestFirst(kept.value, (revision) => revision.createdAt));
      if (happened.ok) setHistory(newestFirst(happened.value, (entry) => entry.at));
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, stamp]);
  const now = Date.now();

  return (
    <div className="tab-body">
      <section aria-labelledby="review-revisions">
        <div className="section-head">
          <h3 className="section-name" id="review-revisions">
            Revisions
          </h3>
          <Button look="link" onClick={onKeep}>
            Keep one now…
          </Button>
        </div>
        {problem && <p role="alert">{problem}</p>}
        {revisions?.length === 0 && (
          <EmptyState title="No revisions yet">
            <p>One is kept every hour of work, at each export, and whenever you ask.</p>
          </EmptyState>
        )}
        <ol className="revision-list">
          {revisions?.map((revision) => (
            <li key={revision.id}>
              <button type="button" className="revision" onClick={() => onPreview(revision)}>
                <span className="revision-name" dir="auto" data-named={revision.name !== '' || undefined}>
                  {revisionLabel(revision)}
                </span>
                <span className="revision-facts">
                  <time dateTime={revision.createdAt} title={fullTime(revision.createdAt)}>
                    {relativeTime(revision.createdAt, now)}
                  </time>
                  <span>{countText(revision.words, 'word', 'words')}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      {history.length > 0 && (
        <section aria-labelledby="review-history">
          <h3 className="section-name" id="review-history">
            History
          </h3>
          <ol className="history">
            {history.map((entry) => (
              <li key={entry.id} data-kind={entry.kind}>
                <p className="selectable">{entry.summary}</p>
                <time dateTime={entry.at}>{fullTime(entry.at)}</time>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function newestFirst<Item>(items: readonly Item[], at: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => at(other).localeCompare(at(one)));
}
