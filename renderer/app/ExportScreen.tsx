import { useCallback, useState } from 'react';
import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { ExportChecks } from '../checks/ExportChecks.tsx';
import { ExportDialog, OPEN_GATE } from '../export/ExportDialog.tsx';
import { useSignal } from '../ui/Signal.ts';
import { storyChecksOf } from './storyChecksOf.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface ExportScreenProps {
  readonly storyId: StoryId;
  readonly target: ExportTarget | null;
  readonly onClose: () => void;
}

/** The export dialog with the copy desk at its gate. */
export function ExportScreen({ storyId, target: first, onClose }: ExportScreenProps) {
  const workspace = useWorkspace();
  const { bridge, desk } = workspace;
  const { name } = useSignal(workspace.settings);
  const [target, setTarget] = useState<ExportTarget>(first ?? 'html');
  const [gate, setGate] = useState(OPEN_GATE);
  const flush = useCallback(() => desk.flush(), [desk]);
  return (
    <ExportDialog
      bridge={bridge}
      storyId={storyId}
      target={target}
      onTarget={setTarget}
      flush={flush}
      gate={gate}
      checks={
        <ExportChecks
          checks={storyChecksOf(workspace)}
          target={target}
          by={name}
          onGate={setGate}
          onShow={() => {
            onClose();
            workspace.showInspector('checks');
          }}
        />
      }
      onWritten={() => workspace.historyStamp.set(workspace.historyStamp.value + 1)}
      onSend={() => workspace.dialog.set({ kind: 'send' })}
      onReveal={(receipt) => void workspace.reveal(receipt)}
      onClose={onClose}
    />
  );
}
