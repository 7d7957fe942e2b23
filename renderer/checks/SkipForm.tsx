import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';

interface SkipFormProps {
  readonly message: string;
  /** Whose word it is, as the settings have it. */
  readonly by: string;
  /** What blocks an export is let stand by somebody with a name. */
  readonly needsName: boolean;
  readonly onSkip: (reason: string, by: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is let stand; without a reason it is not. */
export function SkipForm({ message, by, needsName, onSkip, onCancel }: SkipFormProps) {
  const [reason, setReason] = useState('');
  const [name, setName] = useState(by);
  const id = useId();
  const nameId = useId();
  const isReady = reason.trim() !== '' && (!needsName || name.trim() !== '');
  const input = useRef<HTMLInputElement>(null);
  // Whoever asked to skip goes on by typing.
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      className="skip-form"
      aria-label={`Skip: ${message}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSkip(reason.trim(), name.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>Why it may stand</label>
      <input
        ref={input}
        id={id}
        className="input"
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      {by === '' && needsName && (
        <>
          <label htmlFor={nameId}>Your name</label>
          <input
            id={nameId}
            className="input"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
      <div className="finding-actions">
        <Button type="submit" disabled={!isReady}>
          Skip
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
