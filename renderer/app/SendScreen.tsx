import { useCallback, useState } from 'react';
import type { StoryId } from '../../shared/story/ids.ts';
import { checkedAs } from '../../shared/targets/checkedAs.ts';
import type { TargetId } from '../../shared/targets/target.ts';
import { useTargets } from '../bridge/useTargets.ts';
import { ExportChecks } from '../checks/ExportChecks.tsx';
import { OPEN_GATE } from '../export/ExportDialog.tsx';
import { SendDialog } from '../outbox/SendDialog.tsx';
import { useSignal } from '../ui/Signal.ts';
import { storyChecksOf } from './storyChecksOf.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface SendScreenProps {
  readonly storyId: StoryId;
  readonly onClose: () => void;
}

/** The dialog that sends a story, with the copy desk at its gate. */
export function SendScreen({ storyId, onClose }: SendScreenProps) {
  const workspace = useWorkspace();
  const { bridge, desk, notices } = workspace;
  const { name, lastTarget, dictionary } = useSignal(workspace.settings);
  const { targets, problem } = useTargets(bridge.library);
  const [chosenId, setChosenId] = useState<TargetId | null>(null);
  const [gate, setGate] = useState(OPEN_GATE);
  const flush = useCallback(() => desk.flush(), [desk]);
  const chosen = targets?.find(({ id }) => id === (chosenId ?? lastTarget)) ?? targets?.[0] ?? null;
  return (
    <SendDialog
      bridge={bridge}
      storyId={storyId}
      targets={targets}
      problem={problem}
      chosen={chosen}
      onChoose={setChosenId}
      flush={flush}
      gate={gate}
      ownWords={dictionary}
      checks={
        chosen && (
          <ExportChecks
            checks={storyChecksOf(workspace)}
            target={checkedAs(chosen)}
            by={name}
            onGate={setGate}
            onShow={() => {
              onClose();
              workspace.showInspector('checks');
            }}
          />
        )
      }
      onSent={(job) => {
        onClose();
        void workspace.changeSettings({ lastTarget: job.targetId });
        notices.show(`In the outbox, on its way to ${job.targetName}.`);
      }}
      onSettings={() => workspace.dialog.set({ kind: 'settings', section: 'targets' })}
      onPassword={(id) => void workspace.askSecret(id)}
      onClose={onClose}
    />
  );
}
