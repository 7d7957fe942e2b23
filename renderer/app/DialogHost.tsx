import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { useSignal } from '../ui/Signal.ts';
import type { OpenDialog } from './Workspace.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

type DialogsComponent = ComponentType<{ readonly dialog: OpenDialog }>;

let loaded: DialogsComponent | null = null;

async function load(): Promise<DialogsComponent> {
  loaded ??= (await import('./Dialogs.tsx')).Dialogs;
  return loaded;
}

const LazyDialogs = lazy(async () => ({ default: await load() }));

/**
 * The dialog that is open, if any. The code of dialogs is read when the window has come to rest, and drawn without a wait
 * from then on: what is typed right after the palette's shortcut must land in the palette and not on the page.
 */
export function DialogHost() {
  const dialog = useSignal(useWorkspace().dialog);
  useEffect(() => {
    const idle = requestIdleCallback(() => void load(), { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, []);
  if (!dialog) return null;
  const Dialogs = loaded ?? LazyDialogs;
  return (
    <Suspense fallback={null}>
      <Dialogs dialog={dialog} />
    </Suspense>
  );
}
