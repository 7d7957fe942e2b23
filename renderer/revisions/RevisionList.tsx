import { memo } from 'react';
import type { RevisionSummary } from '../../shared/ipc/librarySchemas.ts';
import type { RevisionId } from '../../shared/story/ids.ts';
import { countText } from '../ui/countText.ts';
import { fullTime } from '../ui/relativeTime.ts';
import { useSlices } from '../ui/useSlices.ts';
import { byDay, clockTime } from './dayGroups.ts';
import { revisionLabel, wordsMoved } from './revisionLabels.ts';

interface RowDuties {
  readonly onChoose: (id: RevisionId, isChosen: boolean) => void;
  readonly onPreview: (revision: RevisionSummary) => void;
}

interface RevisionListProps extends RowDuties {
  /** The newest first. */
  readonly revisions: readonly RevisionSummary[];
  /** Those that are to be compared. */
  readonly chosen: readonly RevisionId[];
}

/** What was kept of a story, by the day. */
export function RevisionList({ revisions, chosen, ...duties }: RevisionListProps) {
  const drawn = useSlices(revisions.length);
  return byDay(revisions.slice(0, drawn), (revision) => revision.createdAt, Date.now()).map((day) => (
    <div key={day.name}>
      <h4 className="revision-day">{day.name}</h4>
      <ol className="revision-list" aria-label={day.name}>
        {day.items.map((revision) => (
          <RevisionRow key={revision.id} revision={revision} isChosen={chosen.includes(revision.id)} {...duties} />
        ))}
      </ol>
    </div>
  ));
}

interface RevisionRowProps extends RowDuties {
  readonly revision: RevisionSummary;
  readonly isChosen: boolean;
}

const RevisionRow = memo(function RevisionRow({ revision, isChosen, onChoose, onPreview }: RevisionRowProps) {
  const label = revisionLabel(revision);
  const moved = wordsMoved(revision);
  const time = clockTime(revision.createdAt);
  return (
    <li className="revision-row">
      <input
        type="checkbox"
        className="revision-choice"
        aria-label={`Choose to compare: ${label}, ${time}`}
        title="Choose to compare"
        checked={isChosen}
        onChange={(event) => onChoose(revision.id, event.target.checked)}
      />
      <button type="button" className="revision" onClick={() => onPreview(revision)}>
        <span className="revision-name" dir="auto" data-named={revision.name !== '' || undefined}>
          {label}
        </span>
        <span className="revision-facts">
          <time dateTime={revision.createdAt} title={fullTime(revision.createdAt)}>
            {time}
          </time>
          {revision.by && <bdi>{revision.by}</bdi>}
          <span>{countText(revision.words, 'word', 'words')}</span>
          {moved && <span title="Words put in and taken out since the one before">{moved}</span>}
        </span>
      </button>
    </li>
  );
});
