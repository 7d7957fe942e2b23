import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

interface KeepRevisionDialogProps {
  readonly onClose: () => void;
  readonly onKeep: (name: string) => void;
}

/** Asks what to call the revision. The story itself needs no saving: this keeps a point to come back to. */
export function KeepRevisionDialog({ onClose, onKeep }: KeepRevisionDialogProps) {
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      title="Keep a revision"
      onClose={onClose}
      initialFocus={input}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="keep-revision">
            Keep
          </Button>
        </>
      }
    >
      <form
        id="keep-revision"
        onSubmit={(event) => {
          event.preventDefault();
          onKeep(name.trim());
        }}
      >
        <Field
          label="Name"
          hint="Every word is saved as you type. A revision is a point to come back to: “Before the desk’s cuts”, “Sent to legal”."
        >
          {(id, hintId) => (
            <input
              id={id}
              aria-describedby={hintId}
              ref={input}
              className="input"
              type="text"
              dir="auto"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
