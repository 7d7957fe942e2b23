import { useSignal } from '../ui/Signal.ts';
import { outboxLine } from './jobWords.ts';
import type { OutboxJobs } from './OutboxJobs.ts';
import { OutboxNews } from './OutboxNews.tsx';
import './outboxChip.css';

interface OutboxChipProps {
  readonly outbox: OutboxJobs;
  readonly onOpen: () => void;
}

/** What the outbox is at, at the foot of the window; nothing while there is nothing in it. */
export function OutboxChip({ outbox, onOpen }: OutboxChipProps) {
  const line = outboxLine(useSignal(outbox.jobs) ?? []);
  return (
    <>
      {line && (
        <button
          type="button"
          className="outbox-chip"
          data-needs-you={line.needsYou || undefined}
          title="Show the outbox"
          onClick={onOpen}
        >
          {line.text}
        </button>
      )}
      <OutboxNews outbox={outbox} />
    </>
  );
}
