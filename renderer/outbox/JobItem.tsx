import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId } from 'react';
import type { Job, JobAction } from '../../shared/targets/job.ts';
import { Button } from '../ui/Button.tsx';
import { byteSize } from '../ui/byteSize.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import { ClashView } from './ClashView.tsx';
import { ACTION_LABELS, canMove, jobWays } from './jobWays.ts';
import { isDone, jobTitle } from './jobWords.ts';
import { SentReceipt } from './SentReceipt.tsx';

interface JobItemProps {
  readonly job: Job;
  /** Whether there is one above or below that it could change places with. */
  readonly hasAbove: boolean;
  readonly hasBelow: boolean;
  /** Said under it: why the last thing asked of it was not done. */
  readonly problem: string | null;
  readonly onAct: (action: JobAction) => void;
  readonly onOpen: (url: string) => void;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** One story on its way: what it is at, how far it is, and what can be done about it. */
export function JobItem({ job, hasAbove, hasBelow, problem, onAct, onOpen }: JobItemProps) {
  const id = useId();
  const { ask, receipt, state } = job;
  const title = jobTitle(job);
  const moves = [
    { action: 'moveUp', icon: ArrowUp, isPossible: hasAbove },
    { action: 'moveDown', icon: ArrowDown, isPossible: hasBelow },
  ] as const;
  return (
    <li className="job" data-state={state} data-job={job.id} aria-labelledby={id} tabIndex={-1}>
      <div className="job-head">
        <div className="job-what">
          <p className="job-title" id={id} dir="auto">
            {title}
          </p>
          <p className="job-where">
            to <bdi>{job.targetName}</bdi> · <time dateTime={job.createdAt}>{fullTime(job.createdAt)}</time>
          </p>
        </div>
        {canMove(job) && (
          <div className="job-moves">
            {moves.map(({ action, icon, isPossible }) => (
              <IconButton
                key={action}
                icon={icon}
                label={ACTION_LABELS[action]}
                size="small"
                data-action={action}
                aria-describedby={id}
                disabled={!isPossible}
                onClick={() => onAct(action)}
              />
            ))}
          </div>
        )}
      </div>
      <p className="job-words" data-state={state}>
        {job.words}
        {state === 'waiting' && job.nextAt !== null && ` (next try at ${clock.format(new Date(job.nextAt))})`}
      </p>
      {!isDone(job) && <Progress job={job} title={title} />}
      {ask && <p className="job-ask selectable">{ask.message}</p>}
      {ask?.clashes.map((clash, index) => (
        <ClashView
          key={index}
          clash={clash}
          label={ask.clashes.length === 1 ? 'Changed on both sides' : `Changed on both sides, ${index + 1}`}
        />
      ))}
      {receipt && <SentReceipt receipt={receipt} onOpen={onOpen} />}
      {problem && (
        <p className="job-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="job-ways">
        {jobWays(job).map((action) => (
          <Button
            key={action}
            look={action === 'overwrite' ? 'danger' : isDone(job) ? 'link' : 'plain'}
            data-action={action}
            aria-describedby={id}
            onClick={() => onAct(action)}
          >
            {ACTION_LABELS[action]}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Progress({ job, title }: { readonly job: Job; readonly title: string }) {
  const { state, bytesSent, bytesTotal } = job;
  if (bytesTotal === 0) return null;
  if (state !== 'sending' && bytesSent === 0) return <p className="job-where">{byteSize(bytesTotal)} to send</p>;
  return (
    <div className="job-progress">
      <progress aria-label={`Sent of ${title}`} max={bytesTotal} value={Math.min(bytesSent, bytesTotal)} />
      <span>
        {byteSize(bytesSent)} of {byteSize(bytesTotal)}
      </span>
    </div>
  );
}
