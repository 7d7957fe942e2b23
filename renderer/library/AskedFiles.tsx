import { useState } from 'react';
import type { AskedMedia } from '../../shared/handover/askedMedia.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';

interface AskedFilesProps {
  readonly asked: AskedMedia;
  /** Writes what is asked for, sealed for these people. */
  readonly onSend: (ref: string, sealFor: string[]) => void;
}

/** A colleague's request that was opened: what it asks for, and the way to send it. */
export function AskedFiles({ asked: { by, files, ref, isSealed }, onSend }: AskedFilesProps) {
  const [isToSeal, setToSeal] = useState(false);
  return (
    <div className="import-asked">
      <p>
        <bdi>{by}</bdi> asks for {countText(files, 'picture or recording', 'pictures and recordings')} of a story you
        sent without {files === 1 ? 'it' : 'them'}.
      </p>
      <p className="import-reason">
        What goes out is what the version <bdi>{by}</bdi> has shows, and nothing else.
        {isSealed && (
          <>
            {' '}
            The request was sealed, and so is what you send: only <bdi>{by}</bdi> can open it.
          </>
        )}
      </p>
      {!isSealed && (
        <label className="check">
          <input type="checkbox" checked={isToSeal} onChange={(event) => setToSeal(event.target.checked)} />
          <span>
            Seal it, so that only <bdi>{by}</bdi> can open it
          </span>
        </label>
      )}
      <Button onClick={() => onSend(ref, isToSeal ? [by] : [])}>Send what is asked for…</Button>
    </div>
  );
}
