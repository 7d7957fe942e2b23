import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import type { Story } from '../../shared/story/story.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import { revisionLabel } from './revisionLabels.ts';
import { StoryReading } from './StoryReading.tsx';
import './revisions.css';

interface RevisionDialogProps {
  readonly revision: RevisionSummary;
  readonly library: LibraryClient;
  readonly onClose: () => void;
  readonly onRestore: (revision: RevisionSummary) => void;
  readonly onCompare: (revision: RevisionSummary) => void;
}

/** A revision to read, and the way to make it the working copy again. Restoring loses nothing: today's text is kept first. */
export function RevisionDialog({ revision, library, onClose, onRestore, onCompare }: RevisionDialogProps) {
  const [story, setStory] = useState<Story | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void library.request('revisions.read', { id: revision.id }).then((answer) => {
      if (answer.ok) setStory(answer.value.story);
      else setProblem(answer.error.message);
    });
  }, [library, revision.id]);
  return (
    <Dialog
      title={revisionLabel(revision)}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <p className="foot-note">Today’s text is kept as a revision first.</p>
          <Button onClick={onClose}>Close</Button>
          <Button onClick={() => onCompare(revision)}>Compare with now</Button>
          <Button look="primary" disabled={!story} onClick={() => onRestore(revision)}>
            Restore as new
          </Button>
        </>
      }
    >
      <p className="revision-when">
        {fullTime(revision.createdAt)} · {countText(revision.words, 'word', 'words')}
        {revision.by && ` · ${revision.by}`}
      </p>
      {problem && <p role="alert">{problem}</p>}
      {story && <StoryReading story={story} />}
    </Dialog>
  );
}
