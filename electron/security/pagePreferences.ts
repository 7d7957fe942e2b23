import type { Session, WebPreferences } from 'electron';

/** How every page of ours runs: in the sandbox, in its own world, without Node. */
export function pagePreferences(preload: string, session: Session, allowDeveloperTools: boolean): WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium's checker fetches its dictionaries from the network.
    spellcheck: false,
    devTools: allowDeveloperTools,
  };
}
