import { useEffect } from 'react';
import { useSignal } from '../ui/Signal.ts';
import { DeskDialog, type DeskView } from '../workflow/DeskDialog.tsx';
import { newsroomOf } from './Newsroom.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** The dialog with every story under way. */
export function DeskScreen({ view, onClose }: { readonly view: DeskView; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const newsroom = newsroomOf(workspace);
  const role = useSignal(newsroom.role);
  const names = useSignal(newsroom.names);
  const { name } = useSignal(workspace.settings);
  useEffect(() => void newsroom.readNames(), [newsroom]);
  return (
    <DeskDialog
      // Asked for from the menu while it is open: the other view then.
      key={view}
      view={view}
      library={workspace.bridge.library}
      person={{ role, name }}
      names={names}
      onOpen={(id) => {
        onClose();
        void workspace.open(id);
      }}
      onTake={(id, taken) => newsroom.takeStep(id, taken)}
      onRole={() => workspace.dialog.set({ kind: 'settings', section: 'general' })}
      onClose={onClose}
    />
  );
}
