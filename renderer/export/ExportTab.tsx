import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { ExportTarget, HistoryEntry } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
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
}

/** Where the story can go, and where it has gone. */
export function ExportTab({ storyId, library, stamp, onExport, onReveal }: ExportTabProps) {
  const [receipts, setReceipts] = useState<readonly HistoryEntry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void library.request('history.list', { storyId }).then((answer) => {
      if (!isCurrent) return;
      setProblem(answer.ok ? null : answer.error.message);
      if (!answer.ok) return;
      const exported = answer.value.filter((entry) => entry.kind === 'exported');
      setReceipts(exported.sort((one, other) => other.at.localeCompare(one.at)));
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, stamp]);
  return (
    <div className="tab-body">
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
                  <span className="target-label">{TARGET_LABELS[target].label}</span>
                  <span className="target-hint">{TARGET_LABELS[target].hint}</span>
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
            Each export leaves a receipt here: what was written, where, and from which revision.
          </p>
        )}
        <ol className="receipts">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <p className="selectable">{receipt.summary}</p>
              <p className="receipt-facts">
                <time dateTime={receipt.at}>{fullTime(receipt.at)}</time>
                {receipt.detail.bytes !== undefined && <span>{byteSize(receipt.detail.bytes)}</span>}
                {receipt.detail.sha256 && (
                  <code title={receipt.detail.sha256}>{receipt.detail.sha256.slice(0, 8)}</code>
                )}
              </p>
              {receipt.detail.path !== undefined && (
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
