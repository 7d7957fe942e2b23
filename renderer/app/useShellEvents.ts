import { useEffect, useLayoutEffect } from 'react';
import { actionForKey } from './shortcuts.ts';
import { runAction } from './runAction.ts';
import { useWorkspace } from './WorkspaceContext.tsx';

/** Listens to main, to the library and to the keyboard for as long as the shell stands. */
export function useShellEvents(): void {
  const workspace = useWorkspace();
  // Before the shell is drawn: whoever sees it may press a key.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const action = actionForKey(event, workspace.isMac);
      // A dialog has the keyboard to itself.
      if (!action || workspace.dialog.value !== null) return;
      if (runAction(workspace, action)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [workspace]);

  useEffect(() => {
    const { bridge, desk, notices, settings, library, historyStamp, outbox } = workspace;
    const stops = [
      bridge.onMain('action.chosen', ({ action }) => void runAction(workspace, action)),
      bridge.onMain('story.openAsked', ({ id }) => void workspace.open(id)),
      bridge.onMain('documents.waiting', () => void workspace.arrivals.takeWaiting()),
      bridge.onMain('settings.changed', (changed) => settings.set(changed)),
      bridge.onMain('notice.raised', ({ message }) => notices.show(message)),
      bridge.onMain('library.stateChanged', (state) => {
        const wasUp = library.value.up;
        library.set(state);
        if (state.up && !wasUp) notices.show(state.message || 'The library is back.');
        if (state.up) void outbox.read();
      }),
      bridge.onMain('app.flushAsked', () => {
        void desk.flush().then((unsaved) => bridge.ask('window.flushed', { unsaved }));
      }),
      bridge.library.on('stories.changed', ({ id }) => {
        // Typing changes the row at every write; revisions and receipts come with saves that are not the editor's.
        if (id === null) historyStamp.set(historyStamp.value + 1);
      }),
      outbox.watch(),
      workspace.tellMain(),
    ];
    // Leaving the window is a good moment: the machine may be closed next.
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void desk.flush();
    };
    // The list of codes is written in another program.
    const onFocus = () => void workspace.readCodes();
    void workspace.readCodes();
    window.addEventListener('focus', onFocus);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('focus', onFocus);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [workspace]);
}
