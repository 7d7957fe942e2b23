import { lazy, Suspense } from 'react';
import { useSignal } from '../ui/Signal.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

const Dialogs = lazy(async () => ({ default: (await import('./Dialogs.tsx')).Dialogs }));

/** The dialog that is open, if any. Its code is read when the first one opens. */
export function DialogHost() {
  const dialog = useSignal(useWorkspace().dialog);
  return (
    dialog && (
      <Suspense fallback={null}>
        <Dialogs dialog={dialog} />
      </Suspense>
    )
  );
}
