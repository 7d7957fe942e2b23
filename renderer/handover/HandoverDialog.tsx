import { useEffect, useState } from 'react';
import type { HandoverCost, HandoverOrder } from '../../shared/handover/handover.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { HistoryEntry } from '../../shared/ipc/librarySchemas.ts';
import type { Failure, Result } from '../../shared/lang/result.ts';
import type { Status } from '../../shared/story/fields.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { byteSize } from '../ui/byteSize.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { SealFor } from './SealFor.tsx';
import './handover.css';

interface HandoverDialogProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Who sits here; may be empty, and is asked for then. */
  readonly name: string;
  /** Puts the page on the disk: what is handed over is what is stored. null, or the sentence why not. */
  readonly flush: () => Promise<string | null>;
  /** Asks where, writes the package, answers its receipt; null when somebody thought better of it. */
  readonly onSave: (order: HandoverOrder) => Promise<Result<HistoryEntry | null>>;
  readonly onReveal: (receipt: HistoryEntry) => void;
  readonly onClose: () => void;
}

const WAYS: readonly { readonly status: Status | null; readonly label: string; readonly hint: string }[] = [
  { status: 'submitted', label: 'Submit for review', hint: 'An editor is to read it.' },
  { status: 'returned', label: 'Return to the writer', hint: 'With your note and comments.' },
  { status: 'approved', label: 'Approve', hint: 'It may go out as it is.' },
  { status: null, label: 'Leave the status as it is', hint: 'A copy to go on with.' },
];

/** Hands the story to a colleague: with what status and word, what goes along, and what that weighs. */
export function HandoverDialog(props: HandoverDialogProps) {
  const { storyId, library, flush, onSave, onReveal, onClose } = props;
  const [status, setStatus] = useState<Status | null>('submitted');
  const [by, setBy] = useState(props.name);
  const [assignee, setAssignee] = useState('');
  const [note, setNote] = useState('');
  const [media, setMedia] = useState<HandoverOrder['media']>('all');
  const [sealFor, setSealFor] = useState<readonly string[]>([]);
  const [cost, setCost] = useState<Result<HandoverCost> | null>(null);
  const [receipt, setReceipt] = useState<HistoryEntry | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void flush().then(async (unsaved) => {
      const answer: Result<HandoverCost> =
        unsaved === null
          ? await library.request('handover.estimate', { storyId, by: props.name || 'nobody' })
          : { ok: false, error: { code: 'unsaved', message: unsaved, retryable: true } };
      if (isCurrent) setCost(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, flush, props.name]);

  async function save(): Promise<void> {
    setSaving(true);
    setFailure(null);
    const order = { storyId, by, status, assignee: assignee.trim() || null, note, media, sealFor: [...sealFor] };
    const answer = await onSave(order);
    setSaving(false);
    if (!answer.ok) setFailure(answer.error);
    else if (answer.value) setReceipt(answer.value);
  }

  const isReady = by.trim() !== '' && cost?.ok === true && !isSaving;
  return (
    <Dialog
      title="Hand over story"
      size="wide"
      onClose={onClose}
      foot={
        <>
          <div className="handover-outcome" aria-live="polite">
            {receipt && (
              <>
                <span>{receipt.summary}</span>
                <Button look="link" onClick={() => onReveal(receipt)}>
                  Show in folder
                </Button>
              </>
            )}
            {failure && (
              <span className="handover-failed" role="alert">
                {failure.message}
              </span>
            )}
          </div>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" disabled={!isReady} onClick={() => void save()}>
            Save package…
          </Button>
        </>
      }
    >
      <div className="handover">
        <Ways chosen={status} onChoose={setStatus} />
        <div className="handover-details">
          {props.name === '' && (
            <Field label="Your name" hint="The package is signed by it. Settings keep it for the next time.">
              {(id, hintId) => (
                <input
                  className="input"
                  id={id}
                  aria-describedby={hintId}
                  dir="auto"
                  value={by}
                  onChange={(event) => setBy(event.target.value)}
                />
              )}
            </Field>
          )}
          <Field label="For" hint="Whom it is for; may stay empty.">
            {(id, hintId) => (
              <input
                className="input"
                id={id}
                aria-describedby={hintId}
                dir="auto"
                value={assignee}
                onChange={(event) => setAssignee(event.target.value)}
              />
            )}
          </Field>
          <Field label="Note">
            {(id) => (
              <textarea
                className="input"
                id={id}
                dir="auto"
                rows={3}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {cost?.ok === false && (
            <p className="banner" data-kind="error" role="alert">
              {cost.error.message}
            </p>
          )}
          {cost?.ok && <SealFor names={cost.value.colleagues} chosen={sealFor} onChoose={setSealFor} />}
          {cost?.ok && <Load cost={cost.value} media={media} onMedia={setMedia} />}
        </div>
      </div>
    </Dialog>
  );
}

function Ways({
  chosen,
  onChoose,
}: {
  readonly chosen: Status | null;
  readonly onChoose: (status: Status | null) => void;
}) {
  return (
    <div className="choices" role="radiogroup" aria-label="Hand over to">
      {WAYS.map(({ status, label, hint }) => (
        <label key={label} className="choice" data-chosen={status === chosen || undefined}>
          <input
            type="radio"
            name="handover-status"
            checked={status === chosen}
            aria-label={label}
            aria-describedby={`handover-${status}`}
            onChange={() => onChoose(status)}
          />
          <span className="choice-label">{label}</span>
          <span className="choice-hint" id={`handover-${status}`}>
            {hint}
          </span>
        </label>
      ))}
    </div>
  );
}

interface LoadProps {
  readonly cost: HandoverCost;
  readonly media: HandoverOrder['media'];
  readonly onMedia: (media: HandoverOrder['media']) => void;
}

/** What goes along and what it weighs, and by which key a colleague knows it is ours. */
function Load({ cost, media, onMedia }: LoadProps) {
  return (
    <>
      {cost.files > 0 ? (
        <label className="check">
          <input
            type="checkbox"
            checked={media === 'none'}
            onChange={(event) => onMedia(event.target.checked ? 'none' : 'all')}
          />
          <span>
            Text first: leave {countText(cost.files, 'picture or recording', 'pictures and recordings')} here (
            {byteSize(cost.none)} instead of {byteSize(cost.all)})
          </span>
        </label>
      ) : (
        <p className="handover-weight">The package weighs {byteSize(cost.none)}.</p>
      )}
      <p className="handover-key">
        Signed with this library’s key <code className="selectable">{cost.fingerprint}</code>, which a colleague can
        compare with you by phone.
      </p>
    </>
  );
}
