import { useEffect, useState } from 'react';
import type { HandoverCost, HandoverOrder } from '../../shared/handover/handover.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { HistoryEntry } from '../../shared/ipc/librarySchemas.ts';
import type { Failure, Result } from '../../shared/lang/result.ts';
import type { Status } from '../../shared/story/fields.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Step } from '../../shared/story/review.ts';
import { proposeHands } from '../../shared/workflow/proposeHands.ts';
import type { Role } from '../../shared/workflow/role.ts';
import { stepsFrom, type WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { byteSize } from '../ui/byteSize.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { MediaChoice } from './MediaChoice.tsx';
import { SealFor } from './SealFor.tsx';
import './handover.css';

interface HandoverDialogProps {
  readonly storyId: StoryId;
  /** Where it stands and who has it (empty: nobody in particular). */
  readonly status: Status;
  readonly assignee: string;
  /** Who hands it over as what: their own steps come first. */
  readonly role: Role;
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

/** The steps a story can be handed over with, by their ids. */
const HINTS: Readonly<Record<string, string>> = {
  submit: 'An editor is to read it.',
  return: 'With your note and comments.',
  approve: 'It may go out as it is.',
};

/** The steps a story can be handed over with from where it stands, first those of whoever does it; null leaves it there. */
function waysFrom(status: Status, role: Role): readonly (WorkflowStep | null)[] {
  const { own, others } = stepsFrom(status, role);
  const [first, ...rest] = [own, others].map((steps) => steps.filter(({ id }) => HINTS[id] !== undefined));
  return [...(first ?? []), ...(first?.length ? [] : [null]), ...rest.flat(), ...(first?.length ? [null] : [])];
}

/** Hands the story to a colleague: with what step and word, what goes along, and what that weighs. */
export function HandoverDialog(props: HandoverDialogProps) {
  const { storyId, library, flush, onSave, onReveal, onClose } = props;
  // Once it is handed over the story stands elsewhere.
  const [had] = useState(props.assignee);
  const [ways] = useState(() => waysFrom(props.status, props.role));
  const [step, setStep] = useState<WorkflowStep | null>(ways[0] ?? null);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [by, setBy] = useState(props.name);
  /** null: nobody typed a name, and who is proposed will do. */
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [media, setMedia] = useState<HandoverOrder['media']>('all');
  const [sealFor, setSealFor] = useState<readonly string[]>([]);
  const [cost, setCost] = useState<Result<HandoverCost> | null>(null);
  const [renditions, setRenditions] = useState<Result<number> | null>(null);
  const [receipt, setReceipt] = useState<HistoryEntry | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void library.request('review.read', { storyId }).then((review) => {
      if (isCurrent && review.ok) setSteps(review.value.steps);
    });
    void flush().then(async (unsaved) => {
      const answer: Result<HandoverCost> =
        unsaved === null
          ? await library.request('handover.estimate', { storyId, by: props.name || 'nobody' })
          : { ok: false, error: { code: 'unsaved', message: unsaved, retryable: true } };
      if (isCurrent) setCost(answer);
      if (!isCurrent || !answer.ok || answer.value.files === 0) return;
      const weight = await library.request('handover.weighRenditions', { storyId, by: props.name || 'nobody' });
      if (isCurrent) setRenditions(weight);
    });
    return () => {
      isCurrent = false;
    };
  }, [library, storyId, flush, props.name]);

  const whom = typed ?? (step && proposeHands(step, steps, by)) ?? had;
  const isSaid = step?.note !== 'needed' || note.trim() !== '';
  const isReady = by.trim() !== '' && isSaid && cost?.ok === true && !isSaving;

  async function save(): Promise<void> {
    setSaving(true);
    setFailure(null);
    const assignee = whom.trim() === had ? null : whom.trim();
    const order = { storyId, by, status: step?.to ?? null, assignee, note, media, sealFor: [...sealFor] };
    const answer = await onSave(order);
    setSaving(false);
    if (!answer.ok) setFailure(answer.error);
    else if (answer.value) setReceipt(answer.value);
  }

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
        <Ways ways={ways} chosen={step} onChoose={setStep} />
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
                value={whom}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Field label="Note" hint={step?.note === 'needed' ? 'What is to be done.' : 'May stay empty.'}>
            {(id, hintId) => (
              <textarea
                className="input"
                id={id}
                aria-describedby={hintId}
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
          {cost?.ok && cost.value.files > 0 && (
            <MediaChoice cost={cost.value} renditions={renditions} chosen={media} onChoose={setMedia} />
          )}
          {cost?.ok && <Weight cost={cost.value} />}
        </div>
      </div>
    </Dialog>
  );
}

interface WaysProps {
  readonly ways: readonly (WorkflowStep | null)[];
  readonly chosen: WorkflowStep | null;
  readonly onChoose: (step: WorkflowStep | null) => void;
}

function Ways({ ways, chosen, onChoose }: WaysProps) {
  return (
    <div className="choices" role="radiogroup" aria-label="Hand over to">
      {ways.map((step) => {
        const id = step?.id ?? 'same';
        const label = step?.label ?? 'Leave the status as it is';
        return (
          <label key={id} className="choice" data-chosen={step === chosen || undefined}>
            <input
              type="radio"
              name="handover-step"
              checked={step === chosen}
              aria-label={label}
              aria-describedby={`handover-${id}`}
              onChange={() => onChoose(step)}
            />
            <span className="choice-label">{label}</span>
            <span className="choice-hint" id={`handover-${id}`}>
              {step ? HINTS[step.id] : 'A copy to go on with.'}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** What the package weighs where there is nothing to choose, and by which key a colleague knows it is ours. */
function Weight({ cost }: { readonly cost: HandoverCost }) {
  return (
    <>
      {cost.files === 0 && <p className="handover-weight">The package weighs {byteSize(cost.none)}.</p>}
      <p className="handover-key">
        Signed with this library’s key <code className="selectable">{cost.fingerprint}</code>, which a colleague can
        compare with you by phone.
      </p>
    </>
  );
}
