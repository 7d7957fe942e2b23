import { useEffect, useState, type ReactNode } from 'react';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type {
  ExportPreview,
  ExportReview,
  ExportTarget,
  HistoryEntry,
  Override,
} from '../../shared/ipc/librarySchemas.ts';
import type { Failure, Result } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { byteSize } from '../ui/byteSize.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PreviewFiles } from './PreviewFiles.tsx';
import { ReviewChoice } from './ReviewChoice.tsx';
import { TargetChoice } from './TargetChoice.tsx';
import './export.css';

interface ExportDialogProps {
  readonly bridge: Bridge;
  readonly storyId: StoryId;
  readonly target: ExportTarget;
  readonly onTarget: (target: ExportTarget) => void;
  /** Puts the page on the disk: what is previewed is what is stored. null, or the sentence why not. */
  readonly flush: () => Promise<string | null>;
  readonly gate: ExportGate;
  /** What the checks say of the story, above what will be written. */
  readonly checks: ReactNode;
  readonly onWritten: (receipt: HistoryEntry) => void;
  readonly onReveal: (receipt: HistoryEntry) => void;
  /** Sends it to one of the newsroom's targets instead. */
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** Whether something stops the export as it is, and whose word lets it out. */
export interface ExportGate {
  readonly isStopped: boolean;
  readonly override: Override | null;
}

/** Nothing stands against it, as far as is known. */
export const OPEN_GATE: ExportGate = { isStopped: false, override: null };

type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly written: number; readonly total: number }
  | { readonly kind: 'done'; readonly receipt: HistoryEntry }
  | { readonly kind: 'failed'; readonly error: Failure };

/** How many of its pictures a preview has. */
interface Making {
  readonly made: number;
  readonly total: number;
}

/** Chooses a target, shows exactly what will be written, writes it, gives the receipt. */
export function ExportDialog(props: ExportDialogProps) {
  const { bridge, storyId, target, onTarget, flush, gate, checks, onWritten, onReveal, onSend, onClose } = props;
  const [preview, setPreview] = useState<Result<ExportPreview> | null>(null);
  const [writing, setWriting] = useState<Writing>({ kind: 'idle' });
  const [wanted, setReview] = useState<ExportReview>('none');
  const review = target === 'docx' ? wanted : 'none';
  const [making, setMaking] = useState<Making | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const show = (result: Result<ExportPreview>) => isCurrent && setPreview(result);
    setPreview(null);
    setMaking(null);
    setWriting({ kind: 'idle' });
    void flush().then(async (unsaved) => {
      if (unsaved !== null) show({ ok: false, error: { code: 'unsaved', message: unsaved, retryable: true } });
      else show(await bridge.library.request('exports.preview', { storyId, target, review }));
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, storyId, target, review, flush]);

  useEffect(
    () =>
      bridge.library.on('exports.progressed', (progress) => {
        if (progress.storyId !== storyId) return;
        setMaking({ made: progress.written, total: progress.total });
        setWriting((before) => (before.kind === 'writing' ? { kind: 'writing', ...progress } : before));
      }),
    [bridge, storyId],
  );

  async function save(): Promise<void> {
    setWriting({ kind: 'writing', written: 0, total: 0 });
    const unsaved = await flush();
    if (unsaved !== null) {
      setWriting({ kind: 'failed', error: { code: 'unsaved', message: unsaved, retryable: true } });
      return;
    }
    const answer = await bridge.ask('exports.save', { storyId, target, review, override: gate.override });
    if (!answer.ok) setWriting({ kind: 'failed', error: answer.error });
    else if (answer.value === null) setWriting({ kind: 'idle' });
    else {
      setWriting({ kind: 'done', receipt: answer.value });
      onWritten(answer.value);
    }
  }

  const isWriting = writing.kind === 'writing';
  return (
    <Dialog
      title="Export story"
      size="page"
      onClose={onClose}
      foot={
        <>
          <Outcome writing={writing} preview={preview} making={making} onReveal={onReveal} />
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" disabled={!preview?.ok || isWriting || gate.isStopped} onClick={() => void save()}>
            Save…
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-choose">
          <TargetChoice chosen={target} isDisabled={isWriting} onChoose={onTarget} />
          {target === 'docx' && <ReviewChoice chosen={review} isDisabled={isWriting} onChoose={setReview} />}
          <Button look="link" className="export-send" onClick={onSend}>
            Send to a site or folder…
          </Button>
        </div>
        <div className="export-preview">
          {checks}
          {preview && !preview.ok && (
            <p className="banner" data-kind="error" role="alert">
              {preview.error.message}
            </p>
          )}
          {preview?.ok && preview.value.warnings.length > 0 && (
            <ul className="export-warnings" aria-label="Warnings">
              {preview.value.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          {preview?.ok && <PreviewFiles key={target} files={preview.value.files} />}
        </div>
      </div>
    </Dialog>
  );
}

interface OutcomeProps {
  readonly writing: Writing;
  readonly preview: Result<ExportPreview> | null;
  readonly making: Making | null;
  readonly onReveal: (receipt: HistoryEntry) => void;
}

function Outcome({ writing, preview, making, onReveal }: OutcomeProps) {
  return (
    <div className="export-outcome" aria-live="polite">
      {writing.kind === 'idle' && preview?.ok && (
        <span>
          {countText(preview.value.files.length, 'file', 'files')}, {byteSize(preview.value.bytes)}
        </span>
      )}
      {writing.kind === 'idle' && preview === null && making && making.total > 0 && (
        <>
          <progress aria-label="Preparing pictures" max={making.total} value={making.made} />
          <span>
            {making.made} of {countText(making.total, 'picture', 'pictures')} ready
          </span>
        </>
      )}
      {writing.kind === 'writing' && (
        <>
          <progress
            aria-label="Writing"
            max={Math.max(1, writing.total)}
            value={writing.total > 0 ? writing.written : undefined}
          />
          <span>{writing.total > 0 ? `${writing.written} of ${writing.total} steps` : 'Writing…'}</span>
        </>
      )}
      {writing.kind === 'done' && (
        <>
          <span className="export-receipt">{writing.receipt.summary}</span>
          <Button look="link" onClick={() => onReveal(writing.receipt)}>
            Show in folder
          </Button>
        </>
      )}
      {writing.kind === 'failed' && (
        <span className="export-failed" role="alert">
          {writing.error.message}
        </span>
      )}
    </div>
  );
}
