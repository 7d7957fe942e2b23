import { useCallback } from 'react';
import type { StoryId } from '../../shared/story/ids.ts';
import { HandoverDialog } from '../handover/HandoverDialog.tsx';
import { useSignal } from '../ui/Signal.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

interface HandoverScreenProps {
  readonly storyId: StoryId;
  readonly onClose: () => void;
}

/** The dialog that hands a story to a colleague. */
export function HandoverScreen({ storyId, onClose }: HandoverScreenProps) {
  const workspace = useWorkspace();
  const { desk, bridge } = workspace;
  const { name } = useSignal(workspace.settings);
  const flush = useCallback(() => desk.flush(), [desk]);
  return (
    <HandoverDialog
      storyId={storyId}
      library={bridge.library}
      name={name}
      flush={flush}
      onSave={(order) => workspace.handOver(order)}
      onReveal={(receipt) => void workspace.reveal(receipt)}
      onClose={onClose}
    />
  );
}
