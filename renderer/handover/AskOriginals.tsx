import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SealFor } from './SealFor.tsx';
import './handover.css';

interface AskOriginalsProps {
  /** Whom the request can be sealed for. */
  readonly names: readonly string[];
  readonly onClose: () => void;
  /** Writes the request, sealed for these people. */
  readonly onSave: (sealFor: string[]) => void;
}

/** Asks, before a request for pictures and recordings is written, who alone is to read it. */
export function AskOriginals({ names, onClose, onSave }: AskOriginalsProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Dialog
      title="Ask for originals"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => onSave([...chosen])}>
            Save request…
          </Button>
        </>
      }
    >
      <div className="handover-details">
        <p>
          The request names the story and the files that are elsewhere. Whoever has them opens it and sends them; if it
          is sealed, so is what comes back.
        </p>
        <SealFor names={names} chosen={chosen} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
