import { useTargets } from '../bridge/useTargets.ts';
import { RemotesDialog } from '../remotes/RemotesDialog.tsx';
import { useSignal } from '../ui/Signal.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** The dialog that opens a story from one of the newsroom’s sites. */
export function RemotesScreen({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { library } = workspace.bridge;
  const { lastTarget } = useSignal(workspace.settings);
  const { targets, problem } = useTargets(library);
  return (
    <RemotesDialog
      library={library}
      targets={targets}
      problem={problem}
      lastTarget={lastTarget}
      onOpened={(imported) => {
        onClose();
        void workspace.arrivals.show([{ ok: true, imported }]);
      }}
      onPassword={(id) => void workspace.askSecret(id)}
      onSettings={() => workspace.dialog.set({ kind: 'settings', section: 'targets' })}
      onClose={onClose}
    />
  );
}
