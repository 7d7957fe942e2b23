import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { HistoryEntry, RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import type { RevisionId, StoryId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import { useSlices } from '../ui/useSlices.ts';
import { RevisionList } from './RevisionList.tsx';
import './revisions.css';

interface ReviewTabProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Grows when there may be something new to list. */
  readonly stamp: number;
  readonly onKeep: () => void;
  readonly onPreview: (revision: RevisionSummary) => void;
  /** `before` null: the newest revision. */
  readonly onCompare: (before: RevisionId | null, after: RevisionId | 'now') => void;
  /** The writer has seen what somebody else made of the story. */
  readonly onLooked: () => void;
  readonly onHandOver: () => void;
  /** What is said of the story now, above its past. */
  readonly comments?: ReactNode;
}

const NONE: readonly RevisionSummary[] = [];

/** The story's past: what was kept of it, and what happened to it. */
export function ReviewTab({ storyId, library, stamp, comments, ...does }: ReviewTabProps) {
  const [revisions, setRevisions] = useState<readonly RevisionSummary[] | null>(null);
  const [history, setHistory] = useState<readonly HistoryEntry[]>([]);
  const [unseen, setUnseen] = useState<RevisionSummary | null>(null);
  const [chosen, setChosen] = useState<readonly RevisionId[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([
      library.request('revisions.list', { storyId }),
      library.request('history.list', { storyId }),
      library.request('revisions.unseen', { storyId }),
    ]).then(([kept, happened, seen]) => {
      if (!isCurrent) return;
      setProblem(kept.ok ? (happened.ok ? null : happened.error.message) : kept.error.message);
      if (kept.ok) setRevisions(newestFirst(kept.value, (revision) => revision.createdAt));
      if (seen.ok) setUnseen(seen.value);
      // Steps are told on their own, with those that were taken elsewhere.
      if (happened.ok) setHistory(newestFirst(happened.value, ({ at }) => at).filter(({ kind }) => kind !== 'stepped'));
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, stamp]);
  const drawn = useSlices(history.length);

  const choose = useCallback(
    (id: RevisionId, isChosen: boolean) =>
      // Two at most: a third takes the place of the one chosen first.
      setChosen((before) => (isChosen ? [...before.slice(-1), id] : before.filter((other) => other !== id))),
    [],
  );
  const compareChosen = () => {
    const order = (revisions ?? []).map(({ id }) => id).filter((id) => chosen.includes(id));
    const [after = null, before = null] = order;
    if (after !== null) does.onCompare(before ?? after, before === null ? 'now' : after);
  };

  return (
    <div className="tab-body">
      {unseen && (
        <div className="unseen" role="group" aria-label="Changed since you last looked">
          <p>This story was changed since you last looked, and not by your hands.</p>
          <Button
            onClick={() => {
              does.onLooked();
              does.onCompare(unseen.id, 'now');
            }}
          >
            What changed since I last looked
          </Button>
          <Button look="link" onClick={does.onLooked}>
            Dismiss
          </Button>
        </div>
      )}
      {comments}
      <section aria-labelledby="review-revisions">
        <div className="section-head">
          <h3 className="section-name" id="review-revisions">
            Revisions
          </h3>
          <Button look="link" onClick={does.onKeep}>
            Keep one now…
          </Button>
        </div>
        {problem && <p role="alert">{problem}</p>}
        {revisions?.length === 0 && (
          <EmptyState title="No revisions yet">
            <p>One is kept every hour of work, at each export, and whenever you ask.</p>
          </EmptyState>
        )}
        <div className="revision-actions">
          {chosen.length > 0 ? (
            <>
              <Button onClick={compareChosen}>{chosen.length === 1 ? 'Compare with now' : 'Compare the two'}</Button>
              <Button look="link" onClick={() => setChosen([])}>
                Choose none
              </Button>
            </>
          ) : (
            <>
              {revisions && revisions.length > 0 && (
                <Button look="link" onClick={() => does.onCompare(null, 'now')}>
                  Compare versions…
                </Button>
              )}
              <Button look="link" onClick={does.onHandOver}>
                Hand over…
              </Button>
            </>
          )}
        </div>
        <RevisionList revisions={revisions ?? NONE} chosen={chosen} onChoose={choose} onPreview={does.onPreview} />
      </section>
      {history.length > 0 && (
        <section aria-labelledby="review-history">
          <h3 className="section-name" id="review-history">
            History
          </h3>
          <ol className="history">
            {history.slice(0, drawn).map((entry) => (
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
