import { useEffect, useId, useMemo, useState } from 'react';
import { isRequiredFor } from '../../shared/checks/style/requiredFields.ts';
import { stopsAt } from '../../shared/checks/stopsAt.ts';
import type { ExportTarget, Override } from '../../shared/ipc/librarySchemas.ts';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/Signal.ts';
import { countsText } from './countsText.ts';
import type { CheckedStory, StoryChecks } from './StoryChecks.ts';
import './checks.css';

interface ExportChecksProps {
  readonly checks: StoryChecks;
  readonly target: ExportTarget;
  /** Who exports, as the settings have it. */
  readonly by: string;
  /** Told whenever it changes: whether the checks stop this export, and who overrides them. */
  readonly onGate: (gate: { readonly isStopped: boolean; readonly override: Override | null }) => void;
  /** Shows the findings themselves. */
  readonly onShow: () => void;
}

/**
 * What the copy desk says of the story that is about to go out: the counts, and in words what must be settled first, or
 * overridden by somebody who says why.
 */
export function ExportChecks({ checks, target, by, onGate, onShow }: ExportChecksProps) {
  const checked = useSignal(checks.checked);
  const [reason, setReason] = useState('');
  const [name, setName] = useState(by);
  useEffect(() => checks.watch(), [checks]);
  const blocking = useMemo(() => blockingOf(checked, target), [checked, target]);
  const isBlocked = checked !== null && blocking.length > 0 && stopsAt(checked.gate, 'window', target);
  const isOverridden = isBlocked && reason.trim() !== '' && name.trim() !== '';
  useEffect(
    () =>
      onGate({
        isStopped: isBlocked && !isOverridden,
        override: isOverridden ? { reason: reason.trim(), by: name.trim() } : null,
      }),
    [onGate, isBlocked, isOverridden, reason, name],
  );
  if (!checked) return null;
  const { counts } = checked;
  return (
    <section className="export-checks" aria-label="Checks">
      <p role="status">
        {countsText(counts)}{' '}
        <Button look="link" onClick={onShow}>
          Show in Checks
        </Button>
      </p>
      {blocking.length > 0 && (
        <ul className="check-list">
          {blocking.map(({ key, message }) => (
            <li key={key} data-level="block">
              <p className="finding">{message}</p>
            </li>
          ))}
        </ul>
      )}
      {isBlocked && (
        <fieldset className="export-override">
          <legend>Settle this first, or say why the story may go out</legend>
          <Labelled label="Reason" value={reason} longest={1000} onChange={setReason} />
          <Labelled label="Your name" value={name} longest={200} onChange={setName} />
          <p className="aside-note">Both stay in the story’s history and in the receipt.</p>
        </fieldset>
      )}
    </section>
  );
}

/** What stands against an export to this target: what the house requires for it, and the findings that block. */
function blockingOf(
  checked: CheckedStory | null,
  target: ExportTarget,
): { readonly key: string; readonly message: string }[] {
  if (!checked) return [];
  return [
    ...checked.missing
      .filter((one) => target !== 'package' && isRequiredFor(one.target, target))
      .map(({ field, message }) => ({ key: field, message })),
    ...checked.findings
      .filter(({ level }) => level === 'block')
      .map(({ ruleId, message, place }) => ({ key: `${ruleId}${JSON.stringify(place)}`, message })),
  ];
}

interface LabelledProps {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly onChange: (value: string) => void;
}

function Labelled({ label, value, longest, onChange }: LabelledProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={value}
        maxLength={longest}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
