import { useLayoutEffect, useRef, useState } from 'react';
import type { Job, JobAction, JobId } from '../../shared/targets/job.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSignal } from '../ui/Signal.ts';
import { JobItem } from './JobItem.tsx';
import { canMove } from './jobWays.ts';
import type { OutboxJobs } from './OutboxJobs.ts';
import { OutboxNews } from './OutboxNews.tsx';
import './outbox.css';

interface OutboxDialogProps {
  readonly outbox: OutboxJobs;
  /** Asks for the target's password; what waits for it goes on by itself. */
  readonly onUnlock: (job: Job) => void;
  readonly onOpen: (url: string) => void;
  readonly onClose: () => void;
}

interface Acted {
  readonly id: JobId;
  readonly action: JobAction;
}

/** All that is on its way, what needs somebody, and what has arrived. */
export function OutboxDialog({ outbox, onUnlock, onOpen, onClose }: OutboxDialogProps) {
  const jobs = useSignal(outbox.jobs);
  const unreadable = useSignal(outbox.problem);
  const [refused, setRefused] = useState<{ readonly id: JobId; readonly why: string } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const acted = useRef<Acted | null>(null);

  // A button that was pressed may be gone, or have moved with its job: the keyboard stays with the job.
  useLayoutEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (acted.current && isLost) focusAfter(list.current, acted.current);
  }, [jobs]);

  async function act(job: Job, action: JobAction): Promise<void> {
    acted.current = { id: job.id, action };
    setRefused(null);
    if (action === 'unlock') {
      onUnlock(job);
      return;
    }
    const why = await outbox.act(job.id, action);
    if (why !== null) setRefused({ id: job.id, why });
  }

  const movable = jobs?.filter(canMove) ?? [];
  return (
    <Dialog
      title="Outbox"
      size="wide"
      onClose={onClose}
      initialFocus={list}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {unreadable && <p role="alert">{unreadable}</p>}
      {jobs?.length === 0 && (
        <EmptyState title="Nothing is waiting to be sent">
          <p>What you send waits here for the network, survives a restart, and leaves its receipt.</p>
        </EmptyState>
      )}
      {jobs && jobs.length > 0 && (
        <ol className="jobs" aria-label="Jobs" ref={list} tabIndex={-1}>
          {jobs.map((job) => (
            <JobItem
              key={job.id}
              job={job}
              hasAbove={movable.indexOf(job) > 0}
              hasBelow={movable.includes(job) && movable.at(-1) !== job}
              problem={refused?.id === job.id ? refused.why : null}
              onAct={(action) => void act(job, action)}
              onOpen={onOpen}
            />
          ))}
        </ol>
      )}
      <OutboxNews outbox={outbox} />
    </Dialog>
  );
}

/** Back to the same button if it is still there, else to its job, else to the list. */
function focusAfter(list: HTMLElement | null, { id, action }: Acted): void {
  const item = list?.querySelector<HTMLElement>(`[data-job="${id}"]`);
  const again = item?.querySelector<HTMLElement>(`[data-action="${action}"]:not(:disabled)`);
  (again ?? item ?? list)?.focus();
}
