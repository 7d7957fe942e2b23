import { useEffect, useState } from 'react';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { AppInfo } from '../../shared/ipc/mainContract.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './settings.css';

interface AboutDialogProps {
  readonly bridge: Bridge;
  readonly onClose: () => void;
}

/** What this is, on what it runs, and where the stories are. */
export function AboutDialog({ bridge, onClose }: AboutDialogProps) {
  const [info, setInfo] = useState<AppInfo | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void bridge.ask('app.info', {}).then((answer) => {
      if (answer.ok) setInfo(answer.value);
      else setProblem(answer.error.message);
    });
  }, [bridge]);
  return (
    <Dialog title="About Stet" onClose={onClose}>
      <div className="about">
        <p className="about-motto">
          <i lang="la">Stet</i>: let it stand.
        </p>
        <p>A desk for writing, checking and handing over stories. Nothing leaves this computer by itself.</p>
        {problem && <p role="alert">{problem}</p>}
        {info && (
          <dl className="about-facts selectable">
            <dt>Version</dt>
            <dd>{info.version}</dd>
            <dt>Electron</dt>
            <dd>
              {info.electron} (Chromium {info.chromium}, Node {info.node})<p className="field-hint">{info.runtime}</p>
            </dd>
            <dt>SQLite</dt>
            <dd>{info.sqlite}</dd>
            <dt>Library</dt>
            <dd>
              <code dir="ltr">{info.libraryFolder}</code>
            </dd>
          </dl>
        )}
      </div>
    </Dialog>
  );
}
