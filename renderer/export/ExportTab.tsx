import { useEffect, useState, type ReactNode } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { ExportTarget, HistoryEntry } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Receipt } from '../../shared/targets/receipt.ts';
import { byteSize } from '../ui/byteSize.ts';
import { Button } from '../ui/Button.tsx';
import { fullTime } from '../ui/relativeTime.ts';
import { TARGET_GROUPS, TARGET_LABELS } from './targetLabels.ts';
import './export.css';

interface ExportTabProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Grows when something was exported. */
  readonly stamp: number;
  readonly onExport: (target: ExportTarget) => void;
  readonly onReveal: (receipt: HistoryEntry) => void;
  readonly onSend: () => void;
  /** Draws the proof that a story arrived somewhere. */
  readonly renderSent: (receipt: Receipt) => ReactNode;
}

/** Where the story can go, and where it has gone. */
export function ExportTab({ storyId, library, stamp, onExport, onReveal, onSend, renderSent }: ExportTabProps) {
  const [receipts, setReceipts] = useState<readonly HistoryEntry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void library.request('history.list', { storyId }).then((answer) => {
      if (!isCurrent) return;
      setProblem(answer.ok ? null : answer.error.message);
      if (!answer.ok) return;
      const left = answer.value.filter(({ kind }) => kind === 'exported' || kind === 'sent');
      setReceipts(left.sort((one, other) => other.at.localeCompare(one.at)));
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, stamp]);
  return (
    <div className="tab-body">
      <section aria-labelledby="export-send">
        <h3 className="section-name" id="export-send">
          Send to
        </h3>
        <button type="button" className="target-entry" onClick={onSend}>
          <span className="choice-label">Send…</span>
          <span className="choice-hint">To a site or a wire folder, by the outbox: with or without a network now</span>
        </button>
      </section>
      <section aria-labelledby="export-targets">
        <h3 className="section-name" id="export-targets">
          Export as
        </h3>
        {TARGET_GROUPS.map(({ name, targets }) => (
          <ul key={name} className="target-list" aria-label={name}>
            <li className="target-group" aria-hidden="true">
              {name}
            </li>
            {targets.map((target) => (
              <li key={target}>
                <button type="button" className="target-entry" onClick={() => onExport(target)}>
                  <span className="choice-label">{TARGET_LABELS[target].label}</span>
                  <span className="choice-hint">{TARGET_LABELS[target].hint}</span>
                </button>
              </li>
            ))}
          </ul>
        ))}
      </section>
      <section aria-labelledby="export-receipts">
        <h3 className="section-name" id="export-receipts">
          Receipts
        </h3>
        {problem && <p role="alert">{problem}</p>}
        {receipts.length === 0 && !problem && (
          <p className="aside-note">
            Each export and each sending leaves a receipt here: what left, where to, and from which revision.
          </p>
        )}
        <ol className="receipts">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <p className="selectable">{receipt.summary}</p>
              <p className="receipt-facts">
                <time dateTime={receipt.at}>{fullTime(receipt.at)}</time>
                {receipt.kind === 'exported' && receipt.detail.bytes !== undefined && (
                  <span>{byteSize(receipt.detail.bytes)}</span>
                )}
                {receipt.kind === 'exported' && receipt.detail.sha256 && (
                  <code title={receipt.detail.sha256}>{receipt.detail.sha256.slice(0, 8)}</code>
                )}
              </p>
              {receipt.detail.receipt && renderSent(receipt.detail.receipt)}
              {receipt.detail.path !== undefined && receipt.kind === 'exported' && (
                <Button look="link" onClick={() => onReveal(receipt)}>
                  Show in folder
                </Button>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
