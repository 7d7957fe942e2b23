import { useEffect } from 'react';
import { useSignal } from '../ui/Signal.ts';
import { laterComponent } from './laterComponent.tsx';
import type { Workspace } from './Workspace.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

const dialogs = laterComponent(async () => (await import('./Dialogs.tsx')).Dialogs);

/** The dialog that is open, if any. */
export function DialogHost() {
  dialogs.useAtRest();
  const workspace = useWorkspace();
  const dialog = useSignal(workspace.dialog);
  const isOpen = dialog !== null;
  useEffect(() => (isOpen ? () => giveKeyboardBack(workspace) : undefined), [workspace, isOpen]);
  return dialog && <dialogs.Draw props={{ dialog }} fallback={null} />;
}

/**
 * A dialog gives the keyboard back to where it was. Where that is gone (it was opened from another dialog, or from a row
 * that is no more) the page gets it, so that writing goes on.
 */
function giveKeyboardBack(workspace: Workspace): void {
  // Two frames: the dialog itself restores it in the first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && workspace.dialog.value === null) workspace.desk.handle.value?.focus();
    }),
  );
}
