import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Override } from '../../shared/ipc/librarySchemas.ts';
import type { Failure, Result } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Estimate, Job } from '../../shared/targets/job.ts';
import type { ListedTarget, TargetId } from '../../shared/targets/target.ts';
import { KIND_LABELS, SECRET_LABELS, SECRET_NOUNS, targetPlace } from '../../shared/targets/targetLabels.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SendCost } from './SendCost.tsx';
import { SendRefusals } from './SendRefusals.tsx';
import './send.css';

interface SendDialogProps {
  readonly bridge: Bridge;
  readonly storyId: StoryId;
  /** null until they have been read. */
  readonly targets: readonly ListedTarget[] | null;
  /** Why the targets cannot be read. */
  readonly problem: string | null;
  readonly chosen: ListedTarget | null;
  readonly onChoose: (id: TargetId) => void;
  /** Puts the page on the disk: what is sent is what is stored. null, or the sentence why not. */
  readonly flush: () => Promise<string | null>;
  readonly gate: { readonly isStopped: boolean; readonly override: Override | null };
  /** What the checks say of the story. */
  readonly checks: ReactNode;
  /** The user's own words, right as they are. */
  readonly ownWords: readonly string[];
  readonly onSent: (job: Job) => void;
  readonly onSettings: () => void;
  readonly onPassword: (id: TargetId) => void;
  readonly onClose: () => void;
}

/** Chooses where a story goes, says what that will cost and do, and puts it into the outbox. */
export function SendDialog(props: SendDialogProps) {
  const { bridge, storyId, targets, problem, chosen, flush, gate, onSettings, onClose } = props;
  const [isMetered, setMetered] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const targetId = chosen?.id ?? null;
  const estimate = useEstimate(bridge, storyId, targetId, flush);

  async function send(target: ListedTarget): Promise<void> {
    setSending(true);
    setFailure(null);
    const unsaved = await flush();
    const answer =
      unsaved === null
        ? await bridge.library.request('outbox.send', {
            ...{ storyId, targetId: target.id, override: gate.override },
            isMetered: isMetered && hasPicturesToSend(estimate),
            ownWords: [...props.ownWords],
          })
        : unsavedResult(unsaved);
    setSending(false);
    if (answer.ok) props.onSent(answer.value);
    else setFailure(answer.error);
  }

  const isWelcome = estimate?.ok === true && estimate.value.refusals.length === 0;
  const isReady = chosen !== null && isWelcome && !isSending && !gate.isStopped;
  return (
    <Dialog
      title="Send story"
      size="wide"
      onClose={onClose}
      foot={
        <>
          <div className="send-outcome" aria-live="polite">
            {isSending && 'Putting it into the outbox…'}
            {failure && (
              <span className="send-failed" role="alert">
                {failure.message}
              </span>
            )}
          </div>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" disabled={!isReady} onClick={() => chosen && void send(chosen)}>
            Send
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner" data-kind="error" role="alert">
          {problem}
        </p>
      )}
      {targets?.length === 0 && <NoTargets onSettings={onSettings} />}
      {targets && targets.length > 0 && (
        <div className="send">
          <Targets {...props} targets={targets} isDisabled={isSending} />
          <div className="send-details">
            {props.checks}
            {chosen?.isLocked && (
              <Callout
                action={<Button onClick={() => props.onPassword(chosen.id)}>{SECRET_NOUNS[chosen.kind]}…</Button>}
              >
                {SECRET_LABELS[chosen.kind]} needed: without it the story waits in the outbox and nothing is sent.
              </Callout>
            )}
            {chosen === null && <p className="send-hint">Choose where it goes.</p>}
            {chosen && estimate === null && <p className="send-hint">Preparing the pictures…</p>}
            {estimate?.ok === false && (
              <p className="banner" data-kind="error" role="alert">
                {estimate.error.message}
              </p>
            )}
            {estimate?.ok && <SendRefusals sentences={estimate.value.refusals} />}
            {chosen && estimate?.ok && (
              <SendCost estimate={estimate.value} target={chosen} isMetered={isMetered} onMetered={setMetered} />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

function NoTargets({ onSettings }: Pick<SendDialogProps, 'onSettings'>) {
  const way = useRef<HTMLButtonElement>(null);
  useEffect(() => way.current?.focus(), []);
  return (
    <EmptyState title="Nowhere to send it yet">
      <p>Say once where your stories go: a WordPress or Ghost site, or a folder or an address a wire system reads.</p>
      <Button ref={way} onClick={onSettings}>
        Add a target…
      </Button>
    </EmptyState>
  );
}

interface TargetsProps extends Pick<SendDialogProps, 'chosen' | 'onChoose'> {
  readonly targets: readonly ListedTarget[];
  readonly isDisabled: boolean;
}

function Targets({ targets, chosen, onChoose, isDisabled }: TargetsProps) {
  const group = useRef<HTMLDivElement>(null);
  // They come after the dialog has opened, which gave the keyboard to what there was.
  useEffect(() => group.current?.querySelector<HTMLElement>(':checked')?.focus(), []);
  return (
    <div ref={group} className="choices send-targets scrolls" role="radiogroup" aria-label="Target">
      {targets.map((target) => (
        <label key={target.id} className="choice" data-chosen={target === chosen || undefined}>
          <input
            type="radio"
            name="send-target"
            value={target.id}
            checked={target === chosen}
            disabled={isDisabled}
            aria-label={target.name}
            aria-describedby={`send-${target.id}`}
            onChange={() => onChoose(target.id)}
          />
          <span className="choice-label">
            <bdi>{target.name}</bdi>
          </span>
          <span className="choice-hint" id={`send-${target.id}`}>
            {KIND_LABELS[target.kind]}, <bdi>{targetPlace(target)}</bdi>
          </span>
        </label>
      ))}
    </div>
  );
}

/** What sending to a target would cost; null while it is worked out. */
function useEstimate(
  bridge: Bridge,
  storyId: StoryId,
  targetId: TargetId | null,
  flush: () => Promise<string | null>,
): Result<Estimate> | null {
  const [estimate, setEstimate] = useState<Result<Estimate> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (result: Result<Estimate>) => isCurrent && setEstimate(result);
    setEstimate(null);
    if (targetId !== null)
      void flush().then(async (unsaved) => {
        if (unsaved !== null) show(unsavedResult(unsaved));
        else show(await bridge.library.request('outbox.estimate', { storyId, targetId }));
      });
    return () => {
      isCurrent = false;
    };
  }, [bridge, storyId, targetId, flush]);
  return estimate;
}

function hasPicturesToSend(estimate: Result<Estimate> | null): boolean {
  return estimate?.ok === true && estimate.value.pictures.some(({ isThere }) => !isThere);
}

function unsavedResult(message: string): Result<never> {
  return { ok: false, error: { code: 'unsaved', message, retryable: true } };
}
