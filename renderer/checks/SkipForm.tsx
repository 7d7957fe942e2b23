import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';

interface SkipFormProps {
  readonly message: string;
  readonly onSkip: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is let stand; without a reason it is not. */
export function SkipForm({ message, onSkip, onCancel }: SkipFormProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Whoever asked to skip goes on by typing.
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      className="skip-form"
      aria-label={`Skip: ${message}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onSkip(reason.trim());
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
      <div className="finding-actions">
        <Button type="submit" disabled={reason.trim() === ''}>
          Skip
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
