import { StrictMode } from 'react';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PaneFailure } from './PaneFailure.tsx';
import { createQuietRoot } from './quietRoot.ts';
import { Shell } from './Shell.tsx';
import { storyEditor } from './storyEditorChunk.ts';
import { FALLBACK_SETTINGS, Workspace } from './Workspace.ts';
import { WorkspaceContext } from './WorkspaceContext.tsx';

/** How long the window waits for the story, so that it can be drawn once and whole (ms). Mostly far less is needed. */
const PATIENCE_MS = 400;

/** Puts the shell into `root` and opens the story last worked on. Settings are read first, so that nothing jumps. */
export async function mountApp(root: HTMLElement, bridge: Bridge): Promise<Workspace> {
  const editorRead = storyEditor.load().catch(() => undefined);
  const settings = await bridge.ask('settings.read', {});
  const workspace = new Workspace(bridge, settings.ok ? settings.value : FALLBACK_SETTINGS);
  if (!settings.ok) workspace.notices.show(settings.error.message, 'error');
  const storyThere = Promise.all([workspace.openLast(), editorRead]);
  await Promise.race([storyThere, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  createQuietRoot(root).render(
    <StrictMode>
      <ErrorBoundary
        onError={() => void workspace.desk.flush()}
        renderInstead={(_, again) => <PaneFailure what="The window" again={again} />}
      >
        <WorkspaceContext value={workspace}>
          <Shell />
        </WorkspaceContext>
      </ErrorBoundary>
    </StrictMode>,
  );
  return workspace;
}
