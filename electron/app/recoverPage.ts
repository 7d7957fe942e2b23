import { dialog, type BrowserWindow } from 'electron';

const WINDOW_MS = 60_000;
const MAX_CRASHES = 3;

/**
 * Brings the page back when its process ends or hangs. Its words are on the disk up to the last write, so a reload shows
 * the same story; `reloaded` is called before it, to have it said. A page that keeps crashing is not reloaded for ever.
 */
export function recoverPage(window: BrowserWindow, reloaded: () => void): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes.push(now);
    const isLooping = crashes.filter((at) => now - at < WINDOW_MS).length > MAX_CRASHES;
    void (isLooping ? askToReload(window) : Promise.resolve(true)).then((agreed) => {
      if (window.isDestroyed()) return;
      if (!agreed) {
        window.destroy();
        return;
      }
      reloaded();
      window.webContents.reload();
    });
  });
  let isAsking = false;
  window.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    const stillWanted = new AbortController();
    window.once('responsive', () => stillWanted.abort());
    void askAboutHang(window, stillWanted.signal).then((reload) => {
      isAsking = false;
      // Ends its process; the reload follows from that.
      if (reload && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
    });
  });
}

async function askToReload(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The page keeps stopping.',
    detail: 'Your stories are safe in the library. Closing Stet and starting it again may help.',
    buttons: ['Try again', 'Close Stet'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

async function askAboutHang(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The page does not answer.',
    detail: 'What was marked as saved is safe. You can wait, or load the page again with what is on the disk.',
    buttons: ['Wait', 'Load again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1;
}
