import { dialog, type BrowserWindow } from 'electron';
import type { FlushHandshake, FlushOutcome } from './FlushHandshake.ts';

const KEEP_OPEN = 0;

/**
 * Lets the window close only when the page says that all is on the disk, or when the user, told what is not, says so.
 * `hasPage` is false when there is nobody to ask: nothing was shown yet, or the page is gone.
 */
export function closeAfterFlush(window: BrowserWindow, handshake: FlushHandshake, hasPage: () => boolean): void {
  let isAsking = false;
  window.on('close', (event) => {
    if (!hasPage()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void handshake
      .flush()
      .then((outcome) => outcome.kind === 'flushed' || confirmClose(window, outcome))
      .then((agreed) => {
        isAsking = false;
        // Not `close`, which would ask the page once more, and a page that hangs never answers.
        if (agreed && !window.isDestroyed()) window.destroy();
      });
  });
}

async function confirmClose(
  window: BrowserWindow,
  outcome: Exclude<FlushOutcome, { kind: 'flushed' }>,
): Promise<boolean> {
  const isSilent = outcome.kind === 'silent';
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: isSilent ? 'The page does not answer.' : 'The last words are not on the disk.',
    detail: isSilent
      ? 'What was marked as saved is safe. Words typed since then may be lost if you close now.'
      : `${outcome.reason}\n\nKeep the window open to copy them or to try again.`,
    buttons: ['Keep open', 'Close anyway'],
    defaultId: KEEP_OPEN,
    cancelId: KEEP_OPEN,
    noLink: true,
  });
  return response !== KEEP_OPEN;
}
