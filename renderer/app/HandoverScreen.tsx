import { useCallback } from 'react';
import type { StoryId } from '../../shared/story/ids.ts';
import { HandoverDialog } from '../handover/HandoverDialog.tsx';
import { useSignal } from '../ui/Signal.ts';
import { newsroomOf } from './Newsroom.ts';
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
  const fields = useSignal(desk.fields);
  const role = useSignal(newsroomOf(workspace).role);
  const flush = useCallback(() => desk.flush(), [desk]);
  if (!fields) return null;
  return (
    <HandoverDialog
      storyId={storyId}
      status={fields.status}
      assignee={fields.assignee ?? ''}
      role={role}
      library={bridge.library}
      name={name}
      flush={flush}
      onSave={(order) => workspace.handOver(order)}
      onReveal={(receipt) => void workspace.reveal(receipt)}
      onClose={onClose}
    />
  );
}
