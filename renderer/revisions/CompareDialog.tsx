import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Passage } from '../../shared/compare/passage.ts';
import { compareStories } from '../../shared/compare/compareStories.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import type { Result } from '../../shared/lang/result.ts';
import type { RevisionId, StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { versionName } from './revisionLabels.ts';
import './revisions.css';
import './compare.css';

/** A version of a story: a revision, or the working copy. */
export type Version = RevisionId | 'now';

interface CompareDialogProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Null: the newest revision. */
  readonly before: Version | null;
  readonly after: Version;
  /** The story as it stands on the page, once that is on the disk. */
  readonly readNow: () => Promise<Result<Story>>;
  /** Brings a passage of a revision back into the working copy; answers the sentence why not. */
  readonly onBringBack: (revision: RevisionId, passage: Passage) => Promise<string | null>;
  readonly onClose: () => void;
}

interface Loaded {
  readonly before: Story;
  readonly after: Story;
}

/** Two versions of a story, chosen from its revisions and what is on the page, as one text. */
export function CompareDialog({ storyId, library, onClose, readNow, onBringBack, ...asked }: CompareDialogProps) {
  const [revisions, setRevisions] = useState<readonly RevisionSummary[] | null>(null);
  const [chosen, setChosen] = useState<{ before: Version | null; after: Version }>(asked);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [stamp, setStamp] = useState(0);

  useEffect(() => {
    void library.request('revisions.list', { storyId }).then((answer) => {
      if (!answer.ok) return setProblem(answer.error.message);
      setRevisions(answer.value);
      setChosen((now) => ({ ...now, before: now.before ?? answer.value[0]?.id ?? 'now' }));
    });
  }, [library, storyId, stamp]);

  const read = useCallback(
    async (version: Version): Promise<Result<Story>> => {
      if (version === 'now') return readNow();
      const answer = await library.request('revisions.read', { id: version });
      return answer.ok ? { ok: true, value: answer.value.story } : answer;
    },
    [library, readNow],
  );

  const { before, after } = chosen;
  useEffect(() => {
    if (before === null) return;
    let isCurrent = true;
    void Promise.all([read(before), read(after)]).then(([old, now]) => {
      if (!isCurrent) return;
      const failed = [old, now].find((answer) => !answer.ok);
      setProblem(failed && !failed.ok ? failed.error.message : null);
      setLoaded(old.ok && now.ok ? { before: old.value, after: now.value } : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [read, before, after, stamp]);

  const comparison = useMemo(() => loaded && compareStories(loaded.before, loaded.after), [loaded]);
  const canBringBack = before !== null && before !== 'now' && after === 'now';
  const bringBack = (passage: Passage) => {
    if (before === null || before === 'now') return;
    void onBringBack(before, passage).then((why) => {
      setTold(why ?? 'Brought back. What was there is kept as a revision.');
      setStamp((count) => count + 1);
    });
  };

  return (
    <Dialog
      title="Compare versions"
      size="page"
      onClose={onClose}
      foot={
        <>
          <p className="foot-note" role="status">
            {told}
          </p>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <div className="compare-pickers">
        <VersionPicker
          label="Earlier version"
          revisions={revisions ?? []}
          value={before}
          onChange={(version) => setChosen({ before: version, after })}
        />
        <Button
          aria-label="Swap the versions"
          title="Swap the versions"
          onClick={() => before !== null && setChosen({ before: after, after: before })}
        >
          ⇄
        </Button>
        <VersionPicker
          label="Later version"
          revisions={revisions ?? []}
          value={after}
          onChange={(version) => setChosen({ before, after: version })}
        />
      </div>
      {problem && <p role="alert">{problem}</p>}
      {loaded && comparison && (
        <ComparisonView
          comparison={comparison}
          fields={loaded.after.fields}
          onBringBack={canBringBack ? bringBack : null}
        />
      )}
    </Dialog>
  );
}

interface VersionPickerProps {
  readonly label: string;
  readonly revisions: readonly RevisionSummary[];
  readonly value: Version | null;
  readonly onChange: (version: Version) => void;
}

function VersionPicker({ label, revisions, value, onChange }: VersionPickerProps) {
  return (
    <label className="compare-picker">
      <span>{label}</span>
      <select
        className="input select"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value as Version)}
      >
        <option value="now">Now, on the page</option>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id}>
            {versionName(revision)}
          </option>
        ))}
      </select>
    </label>
  );
}
